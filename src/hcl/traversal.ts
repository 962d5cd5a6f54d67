/** What follows a term: `.name`, `[key]`, `.0`, `.*` and `[*]`. */
import { CLOSE_BRACKET, DOT, isDigit, OPEN_BRACKET, STAR } from './characters.js'
import { parseExpression } from './expression.js'
import type { Scanner } from './scanner.js'
import type { Expression, Step } from './syntax.js'

export const parseSteps = (scanner: Scanner, source: Expression): Expression => {
  const unit = scanner.skip()
  if (unit !== OPEN_BRACKET && (unit !== DOT || atEllipsis(scanner))) return source
  const steps: Step[] = []
  parseStepsInto(scanner, steps)
  scanner.height += 1
  return { kind: 'access', source, steps, span: { start: source.span.start, end: endOf(steps, source.span.end) } }
}

export const atEllipsis = (scanner: Scanner): boolean =>
  scanner.peek() === DOT && scanner.at(scanner.position + 1) === DOT && scanner.at(scanner.position + 2) === DOT

const endOf = (steps: readonly Step[], otherwise: number): number => steps.at(-1)?.span.end ?? otherwise

const parseStepsInto = (scanner: Scanner, steps: Step[]): void => {
  for (;;) {
    const unit = scanner.skip()
    if (unit === DOT && !atEllipsis(scanner)) {
      const start = scanner.position
      scanner.position += 1
      if (scanner.skip() === STAR) parseAttributeSplat(scanner, steps, start)
      else parseAttributeStep(scanner, steps, start)
    } else if (unit === OPEN_BRACKET) {
      const start = scanner.position
      scanner.position += 1
      if (scanner.skip() === STAR) {
        parseFullSplat(scanner, steps, start)
        return
      }
      parseIndex(scanner, steps, start)
    } else return
  }
}

/** A name or a legacy index; the dot, at `start`, is passed already. */
const parseAttributeStep = (scanner: Scanner, steps: Step[], start: number): void => {
  if (scanner.atIdentifier()) {
    const name = scanner.identifier()
    steps.push({ kind: 'attribute', name, span: { start, end: scanner.position } })
  } else if (isDigit(scanner.peek())) parseLegacyIndex(scanner, steps, start)
  else scanner.failHere('expected an attribute name behind the dot')
}

const parseLegacyIndex = (scanner: Scanner, steps: Step[], start: number): void => {
  const { text, position } = scanner
  const end = scanner.number()
  const written = text.slice(position, end)
  const dot = written.indexOf('.')
  if (dot === -1) {
    steps.push(legacyIndex(scanner, start, position, end))
    return
  }
  const hint = `write [${written.slice(0, dot)}][${written.slice(dot + 1)}]`
  scanner.report('two legacy indexes in a row are read as one number', position, end, hint)
  steps.push(legacyIndex(scanner, start, position, position + dot))
  steps.push(legacyIndex(scanner, position + dot, position + dot + 1, end))
}

const legacyIndex = (scanner: Scanner, start: number, digits: number, end: number): Step => {
  const value = Number(scanner.text.slice(digits, end))
  return {
    kind: 'index',
    key: { kind: 'literal', value, span: { start: digits, end } },
    legacy: true,
    span: { start, end },
  }
}

const parseIndex = (scanner: Scanner, steps: Step[], start: number): void => {
  const { height, ignoresNewlines } = scanner
  scanner.ignoresNewlines = true
  const key = parseExpression(scanner)
  if (scanner.peek() !== CLOSE_BRACKET) scanner.failHere('expected a closing bracket behind the index')
  scanner.position += 1
  scanner.ignoresNewlines = ignoresNewlines
  scanner.height = Math.max(height, scanner.height)
  steps.push({ kind: 'index', key, legacy: false, span: { start, end: scanner.position } })
}

/** `.*` takes the names and legacy indexes that follow; an index in brackets is one of the whole list. */
const parseAttributeSplat = (scanner: Scanner, steps: Step[], start: number): void => {
  scanner.position += 1
  const marker = scanner.position
  const each: Step[] = []
  while (scanner.skip() === DOT && !atEllipsis(scanner)) {
    const dot = scanner.position
    scanner.position += 1
    if (scanner.skip() === STAR) {
      scanner.failHere('a splat cannot follow within another splat of this form', 'write [*] instead of .*')
    }
    parseAttributeStep(scanner, each, dot)
  }
  steps.push({ kind: 'splat', style: 'attribute-only', each, span: { start, end: endOf(each, marker) } })
}

/** `[*]` takes all steps that follow. */
const parseFullSplat = (scanner: Scanner, steps: Step[], start: number): void => {
  scanner.position += 1
  if (scanner.skip() !== CLOSE_BRACKET) scanner.failHere('expected a closing bracket behind the star')
  scanner.position += 1
  const marker = scanner.position
  const each: Step[] = []
  scanner.enter()
  parseStepsInto(scanner, each)
  scanner.leave()
  scanner.height += 1
  steps.push({ kind: 'splat', style: 'full', each, span: { start, end: endOf(each, marker) } })
}
