import type { Finding } from '../finding.js'
import { count } from './plural.js'

/** A piece of a report in Markdown: whole lines, with the empty line before it where it is a block of its own. */
export interface MarkdownPart {
  readonly kind: 'heading' | 'problem' | 'table' | 'row' | 'finding' | 'patch' | 'suppressed' | 'graph'
  readonly text: string
  /** How many bytes of UTF-8 the text has at least, where it is made only when somebody asks for it. */
  readonly leastBytes?: number
  /** Without this one it is not shown. */
  readonly below?: MarkdownPart
  /** What it is about: for who puts something beside it. One stands for all that have its cause. */
  readonly findings: readonly Finding[]
}

/** What can be left out, the first at last, and how it is counted then; all else is short, and always there. */
const OPTIONAL = [
  ['problem', 'problem of the input', 'problems of the input'],
  ['row', 'line of the table', 'lines of the table'],
  ['finding', 'finding in detail', 'findings in detail'],
  ['patch', 'further patch', 'further patches'],
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
  if (total(parts, leastBytes) <= maximumBytes && total(parts, bytes) <= maximumBytes) return joined(parts)
  const isOptional = (kind: MarkdownPart['kind']): boolean => OPTIONAL.some(([each]) => each === kind)
  const fixed = parts.filter(({ kind }) => !isOptional(kind))
  const kept = new Set(fixed)
  let room = maximumBytes - NOTE - total(fixed, bytes)
  const missing = OPTIONAL.flatMap(([kind, one, several]) => {
    let left = 0
    for (const part of parts.filter((each) => each.kind === kind)) {
      const isMissed = part.below !== undefined && !kept.has(part.below)
      if (!isMissed && leastBytes(part) <= room && bytes(part) <= room) {
        kept.add(part)
        room -= bytes(part)
      } else left += 1
    }
    return left === 0 ? [] : [count(left, one, several)]
  })
  const note = `\nNot shown, because this may take ${maximumBytes} bytes: ${missing.join(', ')}.\n`
  return joined(parts.filter((part) => kept.has(part))) + note
}

const bytes = ({ text }: MarkdownPart): number => Buffer.byteLength(text)

const leastBytes = (part: MarkdownPart): number => part.leastBytes ?? bytes(part)

const total = (parts: readonly MarkdownPart[], size: (part: MarkdownPart) => number): number =>
  parts.reduce((sum, part) => sum + size(part), 0)

const joined = (parts: readonly MarkdownPart[]): string =>
  parts
    .map(({ text }) => text)
    .join('')
    .replace(/^\n/, '')
