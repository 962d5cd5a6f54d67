/** A strict reader of XML 1.0 as far as reports need it: one element with elements and text. Throws where a document is not well-formed. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Its own, joined. */
  readonly text: string
}

/** All that XML 1.0 allows, with none of the discouraged controls. */
const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

export const readXml = (document: string): XmlElement => {
  if (!CHARACTERS.test(document)) throw new Error('a character that XML does not allow')
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
  if (!document.startsWith(declaration)) throw new Error('no declaration')
  const reader = new Reader(document.slice(declaration.length))
  const root = reader.element()
  reader.end()
  return root
}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  element(): XmlElement {
    const [, name = ''] = this.#take(/<([A-Za-z][\w.-]*)/y)
    const attributes = new Map<string, string>()
    while (!this.#sees(/\s*\/?>/y)) {
      const [, key = '', value = ''] = this.#take(/\s+([A-Za-z][\w.-]*)="([^"<]*)"/y)
      if (attributes.has(key)) throw new Error(`two attributes ${key}`)
      attributes.set(key, resolved(value))
    }
    if (this.#take(/\s*(\/?)>/y)[1] === '/') return { name, attributes, children: [], text: '' }
    const children: XmlElement[] = []
    let text = ''
    while (!this.#sees(/<\//y)) {
      if (this.#sees(/</y)) children.push(this.element())
      else {
        const [run = ''] = this.#take(/[^<]+/y)
        if (run.includes(']]>')) throw new Error(']]> in a text')
        text += resolved(run)
      }
    }
    const [, closing] = this.#take(/<\/([\w.-]+)\s*>/y)
    if (closing !== name) throw new Error(`${name} is closed as ${closing}`)
    return { name, attributes, children, text }
  }

  end(): void {
    if (this.#text.slice(this.#at).trim() !== '') throw new Error('something behind the end')
  }

  #sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    return pattern.test(this.#text)
  }

  #take(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (!match) throw new Error(`expected ${pattern} at ${JSON.stringify(this.#text.slice(this.#at, this.#at + 40))}`)
    this.#at = pattern.lastIndex
    return match
  }
}

const resolved = (text: string): string => {
  const rest = text.replace(/&(?:#(\d+)|([a-z]+));/g, '')
  if (rest.includes('&')) throw new Error('a bare ampersand')
  return text.replace(/&(?:#(\d+)|([a-z]+));/g, (_, code?: string, name?: string) => {
    const character = code === undefined ? NAMED.get(name ?? '') : String.fromCodePoint(Number(code))
    if (character === undefined) throw new Error(`no entity ${name}`)
    return character
  })
}
