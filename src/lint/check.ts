import { createHash } from 'node:crypto'
import type { Finding, Location } from '../finding.js'
import type { AuroraView } from '../aurora/view.js'
import type { Problem, Rule } from '../rule.js'

/** Runs the rules over one root module. `document` is the plan's file where there is no source to point at. */
export const check = (view: AuroraView, rules: readonly Rule[], root: string, document: string | undefined): readonly Finding[] =>
  rules.flatMap((rule) => [...rule.check(view)].map((problem) => finding(rule, problem, root, document)))

const finding = ({ metadata }: Rule, problem: Problem, root: string, document: string | undefined): Finding => {
  const isUndecided = problem.verdict?.verdict === 'undecided'
  const location = locate(problem) ?? (document === undefined ? undefined : ({ kind: 'document', file: document } as const))
  const { related } = withCause(problem, location)
  return {
    rule: metadata.id,
    severity: isUndecided ? 'note' : metadata.severity,
    verdict: isUndecided ? 'undecided' : 'violation',
    address: problem.on.address,
    ...(problem.argument !== undefined && { path: problem.argument }),
    message: problem.message,
    hint: problem.hint,
    because: [...new Set([...(problem.because ?? []), ...(problem.verdict?.because ?? [])])],
    ...(location && { location }),
    related,
    ...(problem.fix && { fix: problem.fix }),
    fingerprint: fingerprint(metadata.id, root, problem),
    url: metadata.url,
  }
}

const locate = (problem: Problem): Location | undefined =>
  problem.argument === undefined ? problem.on.header : problem.on.place(problem.argument, problem.value)

/** Where the cause stands in a call's argument, the block it ends up in is worth a look, and the other way round. */
const withCause = (problem: Problem, location: Location | undefined) => {
  const related = [...(problem.related ?? [])]
  const { header, address } = problem.on
  const holder = problem.value?.origin?.holder
  if (holder?.owner === 'call' && header && location !== header) {
    related.push({ address, message: `it is used in ${address}`, location: header })
  } else if (holder && holder.owner !== 'resource' && problem.value?.origin?.place) {
    const { source, span } = problem.value.origin.place
    related.push({ message: `the value is written here, in ${describe(holder.owner)} ${holder.name}`, location: { kind: 'source', source, span } })
  }
  return { related }
}

const describe = (owner: string): string =>
  owner === 'local' ? 'the local value' : owner === 'variable' ? "the default of variable" : owner === 'output' ? 'the output' : 'the value of'

/** Of what a finding is about, not of where it stands: survives moved lines, renamed files and reordered blocks. */
const fingerprint = (rule: string, root: string, { on, argument }: Problem): string =>
  createHash('sha256')
    .update([rule, root, on.address, argument ?? ''].join('\0'))
    .digest('hex')
    .slice(0, 32)
