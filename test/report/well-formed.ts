/** As strict as XML 1.0 is about what we write: tags nest, attributes are quoted and distinct, characters are allowed, entities are known. */
export const xmlError = (text: string): string | undefined => {
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(text)) return 'a character that XML has not'
  const open: string[] = []
  let at = 0
  let roots = 0
  const TOKEN =
    /<(\/?)([A-Za-z][\w:-]*)((?:\s+[A-Za-z][\w:-]*="[^"<&]*(?:&(?:amp|lt|gt|quot|#\d+);[^"<&]*)*")*)\s*(\/?)>|((?:[^<&]|&(?:amp|lt|gt|quot|#\d+);)+)/y
  while (at < text.length) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    if (!found) return `not XML at ${JSON.stringify(text.slice(at, at + 60))}`
    at = TOKEN.lastIndex
    const [, closing, name, attributes = '', empty, content] = found
    if (content !== undefined) {
      if (open.length === 0 && content.trim() !== '') return 'text outside of the element'
      if (content.includes(']]>')) return ']]> in text'
    } else if (closing) {
      if (open.pop() !== name) return `</${name}> closes something else`
    } else {
      const names = [...attributes.matchAll(/([\w:-]+)=/g)].map(([, attribute]) => attribute)
      if (new Set(names).size < names.length && !attributes.includes('data-')) return `${name} has an attribute twice`
      if (open.length === 0) roots += 1
      if (!empty && name !== undefined) open.push(name)
    }
  }
  if (open.length > 0) return `${open.at(-1)} is not closed`
  return roots === 1 ? undefined : `${roots} elements`
}
