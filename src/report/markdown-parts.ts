import type { Finding } from '../finding.js'
import { count } from './plural.js'

/** A piece of a report in Markdown: whole lines, with the empty line before it where it is a block of its own. */
export interface MarkdownPart {
  readonly kind: 'heading' | 'problem' | 'table' | 'row' | 'finding' | 'suppressed' | 'graph'
  readonly text: string
  /** What it is about: for who puts something beside it. One stands for all that have its cause. */
  readonly findings: readonly Finding[]
}

/** What can be left out, the first at last, and how it is counted then; all else is short, and always there. */
const OPTIONAL = [
  ['problem', 'problem of the input', 'problems of the input'],
  ['row', 'line of the table', 'lines of the table'],
  ['finding', 'finding in detail', 'findings in detail'],
  ['graph', 'graph', 'graphs'],
  ['suppressed', 'suppressed finding', 'suppressed findings'],
] as const satisfies readonly (readonly [kind: MarkdownPart['kind'], one: string, several: string])[]

/** What is left out takes at most so many bytes to say. */
const NOTE = 300

/**
 * The parts one after another, in at most so many bytes of UTF-8 (at least 1,000). Those that have no room are left out, and a last
 * line says how many.
 */
export const fitted = (parts: readonly MarkdownPart[], maximumBytes: number): string => {
  const sized = parts.map((part) => ({ part, size: Buffer.byteLength(part.text) }))
  if (total(sized) <= maximumBytes) return joined(parts)
  const isOptional = (kind: MarkdownPart['kind']): boolean => OPTIONAL.some(([each]) => each === kind)
  const fixed = sized.filter(({ part }) => !isOptional(part.kind))
  const kept = new Set(fixed.map(({ part }) => part))
  let room = maximumBytes - NOTE - total(fixed)
  const missing = OPTIONAL.flatMap(([kind, one, several]) => {
    let left = 0
    for (const { part, size } of sized.filter((each) => each.part.kind === kind)) {
      if (size <= room) {
        kept.add(part)
        room -= size
      } else left += 1
    }
    return left === 0 ? [] : [count(left, one, several)]
  })
  const note = `\nNot shown, because this may take ${maximumBytes} bytes: ${missing.join(', ')}.\n`
  return joined(parts.filter((part) => kept.has(part))) + note
}

const total = (sized: readonly { readonly size: number }[]): number => sized.reduce((sum, { size }) => sum + size, 0)

const joined = (parts: readonly MarkdownPart[]): string =>
  parts
    .map(({ text }) => text)
    .join('')
    .replace(/^\n/, '')
