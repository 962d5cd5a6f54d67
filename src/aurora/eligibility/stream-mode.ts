import type { Value } from '../../terraform/value.js'
import type { Cluster } from '../cluster.js'
import { type KnownArm, knownArms } from '../known-arms.js'
import type { Stream } from '../stream.js'
import table from './eligibility.json' with { type: 'json' }
import { isStreamingEngine } from './engines.js'

const { engines } = table.modes

/** A mode that a stream cannot have. */
export interface UnsupportedMode extends KnownArm {
  /** Whose engine does not know the mode; absent where no engine does. */
  readonly cluster?: Cluster
  /** What is to be written instead. */
  readonly meant: string
  /** Nobody can say whether the other mode is meant. */
  readonly isGuess: boolean
}

/** What the mode may be, an entry for each arm of a condition; empty where one of them is in order, or not known. */
export const unsupportedModes = (stream: Stream): readonly UnsupportedMode[] => {
  const cluster = clusterOf(stream)
  const arms = knownArms(stream.value('mode'))
  const unsupported = arms.flatMap((arm) => judge(arm, cluster) ?? [])
  return unsupported.length === arms.length ? unsupported : []
}

const judge = (arm: KnownArm, cluster: Cluster | undefined): UnsupportedMode | undefined => {
  const modes = modesOf(cluster?.value('engine'))
  if (modes.includes(arm.text)) return undefined
  return { ...arm, ...(cluster && ALL.includes(arm.text) && { cluster }), ...meantMode(arm.text, modes) }
}

/** Of those that the stream can have, the one that is meant by another text. */
export const meantMode = (text: string, modes: readonly string[]): Pick<UnsupportedMode, 'meant' | 'isGuess'> => {
  const [only, ...others] = modes
  const lower = text.trim().toLowerCase()
  const isGuess = !modes.includes(lower) && others.length > 0
  const meant = modes.includes(lower) ? lower : isGuess || only === undefined ? nearestMode(lower) : only
  return { meant, isGuess }
}

/** The mode that a word begins like; the one that every engine has for any other word. */
const nearestMode = (word: string): string => (word.startsWith('sync') ? 'sync' : 'async')

const ALL: readonly string[] = [...new Set(Object.values(engines).flat())]

/** The modes that a stream can have of a cluster of this engine; any mode where it is not known. */
export const modesOf = (engine: Value | undefined): readonly string[] => {
  const named = knownArms(engine).map(({ text }) => text)
  const known = named.filter(isStreamingEngine)
  if (named.length === 0 || known.length < named.length) return ALL
  return ALL.filter((mode) => known.some((engine) => engines[engine].includes(mode)))
}

/** Where the cluster cannot stream anyway, its engine says nothing of the mode. */
const clusterOf = ({ cluster }: Stream): Cluster | undefined =>
  cluster.kind === 'found' && cluster.cluster.obstacles.length === 0 ? cluster.cluster : undefined
