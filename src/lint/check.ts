import type { AuroraView } from '../aurora/view.js'
import { refusal } from '../edit/index.js'
import type { Edit, Finding, Fix, Location, Related, Severity, Unmended } from '../finding.js'
import type { Deployed } from '../plan/index.js'
import type { Problem, Rule } from '../rule.js'
import { fingerprintOf } from '../source/digest.js'
import type { Place, Suppressible } from '../suppression/index.js'
import type { Value } from '../terraform/value.js'
import { resolve } from '../terraform/values.js'

/** What the findings of a root module have in common. */
export interface CheckedRoot {
  /** Its directory, as the user knows it; empty for a plan without its source. */
  readonly name: string
  /** The same within the repository, whatever directory the run was started in; empty for a plan without its source. */
  readonly place: () => string
  /** The plan's file, for what no source holds. */
  readonly document?: string
  /** What the document shows, where that is not what somebody plans but what exists: it has no configuration to be patched. */
  readonly deployed?: Deployed
  /** Whether the run has others beside it. */
  readonly isOneOfSeveral: boolean
}

/** A rule that runs, with the severity that all it finds is given in place of its own. */
export interface SelectedRule extends Rule {
  readonly configured?: Severity
}

/** Runs the rules over one root module. */
export const check = (view: AuroraView, rules: readonly SelectedRule[], root: CheckedRoot): readonly Suppressible[] =>
  rules.filter(judging(root)).flatMap((rule) =>
    [...rule.check(view)].map((problem) => ({
      finding: finding(rule, problem, root),
      places: () => placesOf(problem),
    })),
  )

/** What is deployed was accepted: few rules have something to say to it. */
const judging =
  ({ deployed }: CheckedRoot) =>
  ({ metadata }: Rule): boolean =>
    deployed === undefined || metadata.deployed?.includes(deployed) === true

const finding = (
  { metadata, configured }: SelectedRule,
  problem: Problem,
  { name, place, document, deployed, isOneOfSeveral }: CheckedRoot,
): Finding => {
  const isUndecided = problem.verdict?.verdict === 'undecided'
  const patch = deployed === undefined ? patchOf(problem) : undefined
  const location =
    locate(problem) ?? (document === undefined ? undefined : ({ kind: 'document', file: document } as const))
  return {
    rule: metadata.id,
    severity: isUndecided ? 'note' : (configured ?? problem.severity ?? metadata.severity),
    verdict: isUndecided ? 'undecided' : 'violation',
    address: problem.on.address,
    ...(isOneOfSeveral && name !== '' && { rootModule: name }),
    ...(problem.argument !== undefined && { path: problem.argument }),
    message: problem.message,
    hint: problem.hint,
    because: [
      ...fewOf([...new Set([...(problem.because ?? []), ...(problem.verdict?.because ?? [])])]),
      ...(patch && 'reason' in patch ? [`no patch: ${patch.reason}`] : []),
    ],
    ...(location && { location }),
    related: relatedTo(problem),
    ...(problem.value?.sensitive && { masked: masked(problem.value, location) }),
    ...(patch && !('reason' in patch) && { fix: patch }),
    // Made when they are asked for: text does not show them, and the means to make them take time to load.
    get home() {
      return place()
    },
    get fingerprint() {
      return fingerprint(metadata.id, place(), problem)
    },
    url: metadata.url,
  }
}

/** None in a file that is not ours to write, and none of what is not written there. */
const patchOf = ({ on, value, fix }: Problem): Fix | Unmended | undefined => {
  if (!fix) return undefined
  // Most often the plan is older. Of a plan alone nothing but the plan is known.
  const isDisputed = value !== undefined && resolve(value).disputed === true && on.header?.kind === 'source'
  if (isDisputed) return { reason: 'its source says otherwise than the plan' }
  if (!('edits' in fix)) return fix
  if (fix.edits.length > 0 && fix.edits.every(changesNothing)) return { reason: 'it is written already' }
  const reason = refusal(fix.edits)
  return reason === undefined ? fix : { reason }
}

const changesNothing = ({ source, span, text }: Edit): boolean => source.slice(span) === text

/** Where a sensitive value stands: what was written, and the whole argument that it is a part of. */
const masked = ({ origin }: Value, location: Location | undefined): NonNullable<Finding['masked']> => [
  ...(location?.kind === 'source' ? [location] : []),
  ...(origin?.place ? [origin.place] : []),
]

/** More reasons than this are not read. */
const MOST_REASONS = 8

const fewOf = (reasons: readonly string[]): readonly string[] =>
  reasons.length > MOST_REASONS
    ? [...reasons.slice(0, MOST_REASONS - 1), `and ${reasons.length - MOST_REASONS + 1} more reasons of this kind`]
    : reasons

const locate = (problem: Problem): Location | undefined =>
  problem.argument === undefined ? problem.on.header : problem.on.place(problem.argument, problem.value)

/** What it points at, the resource's own argument and block, and where the value was written. */
const placesOf = (problem: Problem): readonly Place[] => {
  const { on, argument, value } = problem
  const own = argument === undefined ? undefined : on.place(argument)
  const origin = value?.origin?.place
  return [
    ...[locate(problem), own, on.header].flatMap((location) => (location?.kind === 'source' ? [location] : [])),
    ...(origin ? [origin] : []),
  ]
}

/** Where a call's argument is pointed at, the block it ends up in is worth a look; else the place where the value was written. */
const relatedTo = (problem: Problem): readonly Related[] => {
  const { on, value, related = [] } = problem
  const { header, address } = on
  if (value?.passed && header) return [...related, { address, message: `it is used in ${address}`, location: header }]
  const origin = value?.origin
  if (!origin?.place || origin.holder.owner === 'resource' || pointsAt(problem, origin.place)) return related
  const message = `the value is written here, in ${holders[origin.holder.owner]}`
  return [...related, { message, location: { kind: 'source', ...origin.place } }]
}

/** Of a module call, the argument that is wrong is also where its value was written. */
const pointsAt = (problem: Problem, { source, span }: Place): boolean => {
  const location = locate(problem)
  if (location?.kind !== 'source' || location.source !== source) return false
  return location.span.start <= span.start && span.end <= location.span.end
}

const holders = {
  call: "a module call's argument",
  local: 'a local value',
  variable: 'the default of a variable',
  output: 'an output',
  provider: 'a provider configuration',
  'values-file': 'a values file',
  outside: 'an option',
} as const

/** Of what a finding is about, not of where it stands: survives moved lines, renamed files and reordered blocks. */
const fingerprint = (rule: string, root: string, { on, argument }: Problem): string =>
  fingerprintOf(rule, root, on.address, argument ?? '')
