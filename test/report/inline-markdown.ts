/** What stands in code spans and what does not, as CommonMark reads a line: a run of backticks closes the run of the same length. */
export const codeSpans = (line: string): { readonly code: readonly string[]; readonly rest: string } => {
  const code: string[] = []
  let rest = ''
  for (let at = 0; at < line.length; ) {
    const run = /^`+/.exec(line.slice(at))?.[0]
    if (run === undefined) {
      rest += line.charAt(at)
      at += 1
      continue
    }
    const end = closing(line, at + run.length, run.length)
    if (end === undefined) {
      rest += run
      at += run.length
      continue
    }
    const content = line.slice(at + run.length, end)
    code.push(/^ .*[^ ].* $/s.test(content) ? content.slice(1, -1) : content)
    rest += '\u0001'
    at = end + run.length
  }
  return { code, rest }
}

const closing = (line: string, from: number, length: number): number | undefined => {
  for (const match of line.slice(from).matchAll(/`+/g)) if (match[0].length === length) return from + match.index
  return undefined
}

/** The cells of a row of GitHub's tables: a bar ends a cell wherever it stands, but behind a backslash. */
export const cells = (row: string): readonly string[] =>
  row
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())

/** The blocks of fenced code, by their language, and the lines outside of them. */
export const fences = (
  markdown: string,
): {
  readonly blocks: readonly { readonly language: string; readonly lines: readonly string[] }[]
  readonly rest: readonly string[]
} => {
  const blocks: { language: string; lines: string[] }[] = []
  const rest: string[] = []
  let open: { readonly fence: string; readonly block: { language: string; lines: string[] } } | undefined
  for (const line of markdown.split('\n')) {
    const [, fence = '', info = ''] = /^ {0,3}(`{3,})([^`]*)$/.exec(line) ?? []
    if (open) {
      if (fence.length >= open.fence.length && info.trim() === '') open = undefined
      else open.block.lines.push(line)
    } else if (fence !== '') {
      open = { fence, block: { language: info.trim(), lines: [] } }
      blocks.push(open.block)
    } else rest.push(line)
  }
  if (open) throw new Error('a block of code that does not end')
  return { blocks, rest }
}
