import { visible } from './control-characters.js'

/**
 * A text for a sentence, a heading or a table cell, on one line. What is no plain prose stands in a code span: there nothing is markup,
 * and neither a mention (`@org/team`), a reference (`#12`, `GH-12`, a commit), a URL nor a short name of an emoji becomes a link or
 * a picture, and whatever it is can be copied as it is.
 */
export const markdownText = (text: string): string => {
  const words = oneLine(text).split(' ').filter(Boolean)
  const shown: string[] = []
  let code: string[] = []
  let lead = ''
  const flush = (end = ''): void => {
    // What joins two words is no code where nothing follows it.
    const after: string[] = []
    while (code.length > 0 && JOINING.test(code.at(-1) ?? '')) after.unshift(code.pop() ?? '')
    if (code.length > 0) shown.push(`${lead}${codeSpan(code.join(' '))}${end}`)
    shown.push(...after)
    code = []
    lead = ''
  }
  for (const [index, word] of words.entries()) {
    const isOpen = isUnclosed(code)
    if (!isOpen && isPlain(word, index === 0)) {
      if (code.length > 0 && JOINING.test(word)) code.push(word)
      else {
        flush()
        shown.push(word)
      }
      continue
    }
    const { opening, core, closing } = isOpen ? { opening: '', ...bareEnd(word) } : bare(word)
    if (opening !== '') flush()
    if (code.length === 0) lead = opening
    if (isUnclosed([...code, core])) code.push(core + closing)
    else {
      code.push(core)
      if (closing !== '') flush(closing)
    }
  }
  flush()
  return shown.join(' ')
}

/** A code span that nothing in the text can end, also in a table cell; empty where the text is. */
export const markdownCode = (text: string): string => codeSpan(oneLine(text))

/** A link with one of our own URLs; the text alone where the URL is none that a browser opens. */
export const markdownLink = (text: string, url: string): string => {
  const shown = markdownText(text)
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return shown
  return `[${shown}](${new URL(url).href.replace(/[()|\\<>`*_~@]/g, percent)})`
}

/** A text for HTML within Markdown (`<summary>`), where no Markdown is read: nothing in it is markup or becomes a link. */
export const markdownHtml = (text: string): string => `<code>${entities(oneLine(text))}</code>`

/** A block of code that nothing in the lines can end; each without its line's end. */
export const markdownBlock = (language: string, lines: readonly string[]): string => {
  const shown = lines.map((line) => line.split('\t').map(visible).join('\t'))
  const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n')) + 1))
  return [`${fence}${language}`, ...shown, fence].join('\n')
}

const oneLine = (text: string): string => visible(text.replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').trim())

/** Letters, digits, and the punctuation that means nothing in Markdown within a line. */
const PROSE = /^[\p{L}\p{M}\p{N}.,;:'"()?!/=+-]+$/u
/** What GitHub or GitLab makes more of, although it looks like prose: web addresses, references and commits, short names of emoji. */
const MEANING =
  /:\/\/|www\.|(?:^|[^\p{L}\p{N}])[\p{L}\p{N}]+-\d|!\d|:[\p{L}\p{N}+-]+:|(?<![\p{L}\p{N}])(?=[a-f]*\d)[0-9a-f]{7,}|\p{L}\.[\p{L}\p{N}]|[\p{L}\p{N}]\/[\p{L}\p{N}]+\//iu
/** What at the beginning of a line begins a list, a heading or a rule. */
const BEGINNING = /^(?:[-+=]+|\d+[.)])$/
const JOINING = /^(?:=|==|->)$/

const isPlain = (word: string, isFirst: boolean): boolean =>
  PROSE.test(word) && !MEANING.test(word) && !(isFirst && BEGINNING.test(word))

/** A list that is longer than this many words is shown in parts. */
const LIST = 40

/** Whether a list, a call or a quoted text goes on in the next word. */
const isUnclosed = (code: readonly string[]): boolean => {
  if (code.length > LIST) return false
  const text = code.join(' ')
  const isQuoted = text.startsWith('"') && count(text, '"') % 2 === 1
  return isQuoted || ['[]', '{}', '()'].some(([open = '', close = '']) => count(text, open) > count(text, close))
}

/** What belongs to the sentence and not to the word: an opening parenthesis, and what ends it. */
const bare = (word: string): { readonly opening: string; readonly core: string; readonly closing: string } => {
  const opening = word.startsWith('(') && word.length > 1 ? '(' : ''
  const rest = bareEnd(word.slice(opening.length))
  return rest.core === '' ? { opening: '', core: word, closing: '' } : { opening, ...rest }
}

const bareEnd = (word: string): { readonly core: string; readonly closing: string } => {
  let end = word.length
  while (end > 0 && '.,;:?!)'.includes(word.charAt(end - 1))) end -= 1
  while (word.charAt(end) === ')' && count(word.slice(0, end), '(') > count(word.slice(0, end), ')')) end += 1
  return { core: word.slice(0, end), closing: word.slice(end) }
}

const count = (text: string, character: string): number => text.split(character).length - 1

/** A bar ends a table's cell even in a code span, and behind a backslash it does so nowhere else: it stands between two spans. */
const codeSpan = (text: string): string => text.split('|').map(unbarred).join('&#124;')

const unbarred = (text: string): string => {
  if (text === '') return ''
  const fence = '`'.repeat(longestRun(text) + 1)
  // One blank at each end is taken for the fence's.
  const isPadded = /^`|`$|^ .* $/.test(text)
  return `${fence}${isPadded ? ` ${text} ` : text}${fence}`
}

const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0)

/** All that could be markup in HTML or in Markdown, by number. */
const entities = (text: string): string =>
  text.replace(/[^\p{L}\p{M}\p{N} ]/gu, (character) => `&#${character.codePointAt(0)};`)

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
