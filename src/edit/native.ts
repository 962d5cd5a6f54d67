/** New text in native syntax, as `terraform fmt` writes it. */
import type { NewArgument, NewBlock, NewValue } from './new-text.js'
import type { Style } from './style.js'

/** A list that would make its line longer than this gets a line for each item. */
export const WIDEST_LIST = 100

/** A block with its braces, on lines that begin with `own`; without a line end behind it. */
export const blockText = (block: NewBlock, style: Style, own = ''): string => {
  const header = [block.type, ...block.labels.map((label) => quoted(label))].join(' ')
  const lines = bodyLines(block.body, style, own + style.indent)
  if (lines.length === 0) return `${own}${header} {}`
  return [`${own}${header} {`, ...lines, `${own}}`].join(style.lineEnd)
}

const bodyLines = (body: NewBlock['body'], style: Style, own: string): readonly string[] => {
  const lines: string[] = []
  let group: NewArgument[] = []
  const flush = (): void => {
    lines.push(...argumentLines(group, style, own))
    group = []
  }
  for (const item of body) {
    if (item.kind === 'argument') {
      group.push(item)
      continue
    }
    flush()
    if (lines.length > 0 && lines.at(-1) !== '') lines.push('')
    if (item.kind === 'block') lines.push(blockText(item, style, own))
  }
  flush()
  return lines
}

/** Arguments that stand together: their `=` are in one column, but for those that go on over several lines. */
export const argumentLines = (group: readonly NewArgument[], style: Style, own: string): readonly string[] => {
  const texts = group.map(({ name, value }) => {
    const text = valueText(value, style, own, own.length + name.length)
    return { name, text, isLong: text.includes('\n') }
  })
  return texts.map(({ name, text, isLong }, at) => {
    // A value over several lines ends the run of aligned lines.
    let from = at
    while (from > 0 && !texts[from - 1]?.isLong) from -= 1
    let to = at
    while (to + 1 < texts.length && !texts[to + 1]?.isLong) to += 1
    const width = isLong ? name.length : Math.max(...texts.slice(from, to + 1).map((one) => one.name.length))
    return `${own}${name.padEnd(width)} = ${text}`
  })
}

/** On a line that begins with `own`, behind `before` characters. */
export const valueText = (value: NewValue, style: Style, own: string, before: number): string => {
  switch (value.kind) {
    case 'expression':
    case 'name':
      return value.text
    case 'constant':
      return typeof value.value === 'string' ? quoted(value.value) : String(value.value)
    case 'template':
      return `"${value.text}"`
    case 'names': {
      const line = `[${value.texts.join(', ')}]`
      if (before + 3 + line.length <= WIDEST_LIST || value.texts.length < 2) return line
      return listText(value.texts, style, own)
    }
    case 'object': {
      if (value.entries.length === 0) return '{}'
      return ['{', ...argumentLines(value.entries, style, own + style.indent), `${own}}`].join(style.lineEnd)
    }
    case 'copy':
      return value.source.slice(value.span)
    default:
      return value satisfies never
  }
}

/** A list with a line for each item. */
export const listText = (texts: readonly string[], { indent, lineEnd }: Style, own: string): string =>
  ['[', ...texts.map((text) => `${own}${indent}${text},`), `${own}]`].join(lineEnd)

/** Text of which nothing is an interpolation. */
export const literal = (text: string): string => text.replace(/[$%](?=\{)/g, (sign) => sign + sign)

/** Between quotes. */
export const quoted = (text: string): string => literal(JSON.stringify(text))
