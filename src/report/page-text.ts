import type { RuleMetadata } from '../rule-metadata.js'
import { type Block, type Inline, readPage } from './page.js'
import { createStyle, type Style, type TextOptions } from './style.js'
import { hanging, wrap } from './wrap.js'

const INDENT = 2
const CODE_INDENT = 4

/** A rule's page for a terminal. */
export const pageText = (rule: RuleMetadata, markdown: string, { color, columns }: TextOptions): string => {
  const style = createStyle(color)
  const { introduction, sections } = readPage(markdown)
  const parts = [
    [style.heading(rule.id)],
    ...introduction.map((block) => blockLines(block, style, columns)),
    indented(facts(rule, style, columns - INDENT), INDENT),
    ...sections.flatMap(({ heading, blocks }) => [
      [style.strong(heading)],
      ...blocks.map((block) => blockLines(block, style, columns)),
    ]),
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Blocks without colour, and with lines of any length. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks.map((block) => blockLines(block, createStyle(false), Number.POSITIVE_INFINITY).join('\n')).join('\n\n')

/** What the page itself does not say: it is in `rule.json`. */
const facts = (rule: RuleMetadata, style: Style, width: number): readonly string[] => {
  const { severity, since, categories, cwe, planOnly, yieldsTo, compliance } = rule
  const brief = [
    style.severity(severity, severity),
    `since ${since}`,
    ...categories,
    ...(cwe ? [cwe] : []),
    ...(planOnly ? ['plans only'] : []),
  ]
  return [
    ...wrap(brief.join(' | '), width),
    ...fact('yields to', yieldsTo, width),
    ...fact('related to', compliance, width),
  ]
}

const fact = (label: string, values: readonly string[], width: number): readonly string[] =>
  values.length === 0 ? [] : hanging(`${label}: `, values.join(', '), width)

const blockLines = (block: Block, style: Style, columns: number): readonly string[] => {
  const width = columns - INDENT
  switch (block.kind) {
    case 'paragraph':
      return indented(wrap(shown(block.text, style), width), INDENT)
    case 'list':
      return indented(
        block.items.flatMap((item) => hanging('- ', shown(item, style), width)),
        INDENT,
      )
    case 'code':
      return indented(block.lines, CODE_INDENT)
    default:
      return block satisfies never
  }
}

const indented = (lines: readonly string[], by: number): readonly string[] =>
  lines.map((line) => (line === '' ? line : `${' '.repeat(by)}${line}`))

const shown = (text: readonly Inline[], style: Style): string => text.map((each) => inline(each, style)).join('')

const inline = (each: Inline, style: Style): string => {
  switch (each.kind) {
    case 'text':
      return each.text
    case 'code':
      return words(`\`${each.text}\``, style.code)
    case 'strong':
      return words(each.text, style.strong)
    case 'link':
      // A path leads to the page of another rule, whose id is the text.
      return each.url.includes('://') ? `${each.text} <${each.url}>` : words(each.text, style.code)
    default:
      return each satisfies never
  }
}

/** Each word by itself, so that a line break within does not carry the colour over to the next line's indent. */
const words = (text: string, paint: (text: string) => string): string => text.replace(/\S+/g, paint)
