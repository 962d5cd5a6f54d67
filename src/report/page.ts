/**
 * A rule's page, read. It is Markdown, and of Markdown only this: headings, paragraphs, lists of one level, fenced code;
 * within text code, links and bold words. The tests hold the pages to it.
 */

export interface Page {
  /** What stands under the title, before the first section. */
  readonly introduction: readonly Block[]
  readonly sections: readonly Section[]
}

export interface Section {
  readonly heading: string
  readonly blocks: readonly Block[]
}

export type Block = (
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
) & {
  /** As it is written, without a final line feed. */
  readonly markdown: string
}

export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }

const FENCE = '```'
const BULLET = '- '

export const readPage = (markdown: string): Page => {
  const introduction: Block[] = []
  const sections: (Section & { readonly blocks: Block[] })[] = []
  for (const chunk of chunks(markdown)) {
    const [line = ''] = chunk
    if (line.startsWith('# ')) continue // the rule's id
    if (line.startsWith('## ')) sections.push({ heading: line.slice(3), blocks: [] })
    else (sections.at(-1)?.blocks ?? introduction).push(readBlock(chunk))
  }
  return { introduction, sections }
}

/** The lines of each heading and each block: what blank lines part, but not those within code. */
function* chunks(markdown: string): Generator<readonly string[]> {
  let chunk: string[] = []
  let isCode = false
  for (const line of markdown.split('\n')) {
    if (line.startsWith(FENCE)) isCode = !isCode
    if (line !== '' || isCode) {
      chunk.push(line)
      continue
    }
    if (chunk.length > 0) yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

const readBlock = (lines: readonly string[]): Block => {
  const markdown = lines.join('\n')
  const [first = ''] = lines
  if (first.startsWith(FENCE)) return { kind: 'code', lines: lines.slice(1, -1), markdown }
  if (!first.startsWith(BULLET)) return { kind: 'paragraph', text: readText(markdown), markdown }
  const items = `\n${markdown}`.split(`\n${BULLET}`).slice(1)
  return { kind: 'list', items: items.map(readText), markdown }
}

const INLINE = /`(?<code>[^`]+)`|\[(?<label>[^\]]+)\]\((?<url>[^)]+)\)|\*\*(?<strong>[^*]+)\*\*/g

/** Line breaks are blanks. */
const readText = (markdown: string): readonly Inline[] => {
  const line = markdown.replace(/\s+/g, ' ')
  const read: Inline[] = []
  let end = 0
  for (const match of line.matchAll(INLINE)) {
    if (match.index > end) read.push({ kind: 'text', text: line.slice(end, match.index) })
    read.push(marked(match.groups ?? {}))
    end = match.index + match[0].length
  }
  if (end < line.length) read.push({ kind: 'text', text: line.slice(end) })
  return read
}

const marked = ({ code, label = '', url = '', strong }: Readonly<Record<string, string | undefined>>): Inline => {
  if (code !== undefined) return { kind: 'code', text: code }
  return strong === undefined ? { kind: 'link', text: label, url } : { kind: 'strong', text: strong }
}
