import type { ClusterGraph, GraphNode } from '../graph/cluster-graph.js'
import { addressParts } from './address-parts.js'
import { visible } from './control-characters.js'

/** A line of a picture's node. */
export interface NodeLine {
  readonly kind: 'type' | 'name' | 'module' | 'state' | 'fault'
  readonly text: string
}

/** What a picture's node says: type, name, module path, and (in words, not by colour alone) what is wrong. */
export const nodeLines = (
  { address, state, isFaulty, rules = [] }: GraphNode,
  longest: number,
): readonly NodeLine[] => {
  const { type, name, module } = addressParts(address)
  const faults = rules.length > 0 ? rules : isFaulty ? ['faulty'] : []
  const lines: readonly NodeLine[] = [
    ...(type === '' ? [] : [{ kind: 'type', text: type } as const]),
    { kind: 'name', text: name },
    ...(module === '' ? [] : [{ kind: 'module', text: `in ${module}` } as const]),
    ...(state === undefined ? [] : [{ kind: 'state', text: STATES[state] } as const]),
    ...faults.map((fault) => ({ kind: 'fault', text: `✗ ${fault}` }) as const),
  ]
  return lines.map(({ kind, text }) => ({ kind, text: shownName(text, longest) }))
}

const STATES: Readonly<Record<NonNullable<GraphNode['state']>, string>> = {
  'turned-off': 'turned off',
  deleted: 'deleted by the plan',
}

/** What one of several graphs is called. */
export const graphTitle = ({ cluster, rootModule }: ClusterGraph): string =>
  rootModule === '' || rootModule === '.' ? cluster : `${cluster} in ${rootModule}`

/** Where there is none. */
export const NO_GRAPH = 'no Aurora cluster'

/** Without anything that is not to be seen, and at most so many characters: the beginning and the end tell one name from another. */
export const shownName = (text: string, longest: number): string => {
  const characters = [...visible(text === '' ? '(unnamed)' : text)]
  if (characters.length <= longest) return characters.join('')
  const kept = longest - 1
  const start = Math.ceil(kept / 2)
  return `${characters.slice(0, start).join('')}…${characters.slice(characters.length - (kept - start)).join('')}`
}
