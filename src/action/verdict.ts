import { type ExitCode, type ExitOptions, exitCode } from '../cli/exit-code.js'
import { name } from '../project.js'
import { tally } from '../report/closing.js'
import { count } from '../report/plural.js'
import type { Report } from '../report/report.js'

export interface Verdict {
  readonly code: ExitCode
  /** Why the step fails, a sentence; absent where it does not. */
  readonly failure?: string
}

/** As the command's exit codes. */
export const verdictOn = (report: Report, options: ExitOptions): Verdict => {
  const code = exitCode(report, options)
  switch (code) {
    case 0:
      return { code }
    case 1:
      return { code, failure: `${name}: ${tally(report)}; the step fails from severity ${options.failOn} on` }
    default:
      return { code, failure: `${name}: ${unreadable(report)}; in what could be read: ${tally(report)}` }
  }
}

const unreadable = ({ diagnostics }: Report): string => {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const [first] = errors
  const others = errors.length - 1
  const told = (first?.message ?? 'not all of the input could be read').replace(/\.$/, '')
  return `${told}${others > 0 ? `, and ${count(others, 'problem')} more with the input` : ''}`
}
