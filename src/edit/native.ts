/** New text in native syntax, as `terraform fmt` writes it. */
import type { NewArgument, NewBlock, NewValue } from './new-text.js'

/** How a file is written. */
export interface Style {
  /** Of one level. */
  readonly indent: string
  readonly lineEnd: string
}

export const FMT: Style = { indent: '  ', lineEnd: '\n' }

/** A list that would make its line longer than this gets a line for each item. */
const WIDEST_LIST = 100

/** A block with its braces, its first line indented too; without a line end behind it. */
export const blockText = (block: NewBlock, style: Style, depth = 0): string => {
  const { indent, lineEnd } = style
  const own = indent.repeat(depth)
  const header = [block.type, ...block.labels.map((label) => JSON.stringify(label))].join(' ')
  const lines = bodyLines(block.body, style, depth + 1)
  return [`${own}${header} {`, ...lines, `${own}}`].join(lineEnd)
}

const bodyLines = (body: NewBlock['body'], style: Style, depth: number): readonly string[] => {
  const lines: string[] = []
  let group: NewArgument[] = []
  const flush = (): void => {
    lines.push(...argumentLines(group, style, depth))
    group = []
  }
  for (const item of body) {
    if (item.kind === 'argument') {
      group.push(item)
      continue
    }
    flush()
    if (lines.length > 0 && lines.at(-1) !== '') lines.push('')
    if (item.kind === 'block') lines.push(blockText(item, style, depth))
  }
  flush()
  return lines
}

/** Lines of arguments that stand together: their `=` are in one column, but for those that go on over several lines. */
const argumentLines = (group: readonly NewArgument[], style: Style, depth: number): readonly string[] => {
  const own = style.indent.repeat(depth)
  const texts = group.map(({ name, value }) => {
    const text = valueText(value, style, depth, own.length + name.length)
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

/** `depth` is that of the line it begins in, `before` how much stands on it. */
export const valueText = (value: NewValue, style: Style, depth: number, before: number): string => {
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
      const inner = style.indent.repeat(depth + 1)
      const items = value.texts.map((text) => `${inner}${text},`)
      return ['[', ...items, `${style.indent.repeat(depth)}]`].join(style.lineEnd)
    }
    case 'object':
      return ['{', ...argumentLines(value.entries, style, depth + 1), `${style.indent.repeat(depth)}}`].join(
        style.lineEnd,
      )
    case 'copy':
      return value.source.slice(value.span)
    default:
      return value satisfies never
  }
}

/** Nothing in it is an interpolation. */
export const quoted = (text: string): string => JSON.stringify(text).replace(/[$%](?=\{)/g, (sign) => sign + sign)
