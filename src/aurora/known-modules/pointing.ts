/** Which clusters of known modules the streams outside of them point at, and wait for. */
import { reasons, resolve } from '../../terraform/values.js'
import type { JudgedReference } from '../cluster-reference.js'
import { display } from '../display.js'
import { type Existing, existsOnlyIf } from '../existence.js'
import { NOT_KNOWN, no, orElse, type Relation, undecided, yes } from '../relation.js'
import type { ModuleCluster } from './module-cluster.js'

export const moduleClustersOf = (references: readonly JudgedReference[]): readonly ModuleCluster[] => [
  ...new Set(references.flatMap(({ reference }) => moduleOf(reference) ?? [])),
]

const moduleOf = (reference: JudgedReference['reference']): ModuleCluster | undefined =>
  reference.kind === 'outside' ? reference.module : undefined

/** Whether the ARN is the cluster's; `references` are what it may be. */
export const namesModule = (references: readonly JudgedReference[], cluster: ModuleCluster): Relation => {
  const others = references.filter(({ reference }) => moduleOf(reference) !== cluster)
  const perhaps = others.flatMap((other) => mayBe(other, cluster))
  if (others.length === references.length) return perhaps.length > 0 ? undecided(perhaps) : no()
  const arms = others.flatMap(({ value }) => orElse(reasons(resolve(value)), NOT_KNOWN))
  return arms.length > 0 ? undecided(arms) : yes()
}

/** The same of a stream, which has to exist as well wherever the cluster does. */
export const pointsAtModule = (
  references: readonly JudgedReference[],
  stream: Existing,
  cluster: ModuleCluster,
): Relation => andExists(namesModule(references, cluster), stream, cluster)

export const andExists = (named: Relation, stream: Existing, cluster: Existing): Relation => {
  if (named.verdict === 'no') return named
  const open = [...named.because, ...existsOnlyIf(stream, cluster)]
  return open.length > 0 ? undecided([...new Set(open)]) : yes()
}

/** A cluster by an identifier that nothing in this configuration has may be the one in the module. */
const mayBe = ({ reference, value }: JudgedReference, cluster: ModuleCluster): readonly string[] => {
  if (reference.kind !== 'identifier' || reference.identifier.text === undefined) return []
  const { text } = reference.identifier
  return cluster.mayBeCalled(text) ? [`${cluster.address} may make the cluster ${display(text, value)}`] : []
}

/** `awaited` are the outputs that are waited for, `undefined` among them for all that is in the module. */
export const waitsForModule = (
  awaited: ReadonlySet<string | undefined>,
  { call, outputs }: ModuleCluster,
): Relation => {
  if (awaited.has(undefined)) return yes()
  const others = [...awaited].filter((name) => name !== undefined && outputs.every((output) => output.name !== name))
  return others.length === 0
    ? no()
    : undecided(others.map((name) => `nobody knows what module.${call.name}.${name} waits for`))
}
