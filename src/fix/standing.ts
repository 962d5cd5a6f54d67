import type { Finding } from '../finding.js'
import type { Report } from '../report/report.js'
import type { Diagnostic } from '../source/diagnostic.js'
import { keyOf } from './patch.js'

/** What was wrong before anything was changed: nothing else may be wrong afterwards. */
export class Standing {
  readonly #violations: ReadonlyMap<string, number>
  readonly #errors: ReadonlyMap<string, number>

  constructor({ findings, diagnostics }: Report) {
    this.#violations = tally(violationsIn(findings).map(keyOf))
    this.#errors = tally(errorsIn(diagnostics).map(sayingOf))
  }

  /** Those that were not there. */
  newViolations({ findings }: Report): readonly Finding[] {
    return beyond(this.#violations, violationsIn(findings), keyOf)
  }

  newErrors({ diagnostics }: Report): readonly Diagnostic[] {
    return beyond(this.#errors, errorsIn(diagnostics), sayingOf)
  }
}

const violationsIn = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ verdict }) => verdict === 'violation')

export const errorsIn = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'error')

const sayingOf = (diagnostic: Diagnostic): string =>
  [diagnostic.file ?? diagnostic.source?.path ?? '', wordingOf(diagnostic)].join('\0')

/** What a diagnostic says wherever it stands by now: messages name lines. */
export const wordingOf = ({ message }: Diagnostic): string => message.replace(/\d+/g, '')

export const tally = (keys: Iterable<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Of each key, those that there are more of than were counted. */
export const beyond = <T>(
  counted: ReadonlyMap<string, number>,
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly T[] => {
  const left = new Map(counted)
  return items.filter((item) => {
    const key = keyOf(item)
    const count = left.get(key) ?? 0
    if (count === 0) return true
    left.set(key, count - 1)
    return false
  })
}
