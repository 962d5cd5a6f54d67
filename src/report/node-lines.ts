import type { GraphNode } from '../graph/cluster-graph.js'
import { addressParts } from './address-parts.js'
import { visible } from './control-characters.js'

/** What a picture's node says, a line each: type, name, module path, and (in words, not by colour alone) what is wrong. */
export const nodeLines = ({ address, isFaulty, rules = [] }: GraphNode, longest: number): readonly string[] => {
  const { type, name, module } = addressParts(address)
  return [
    ...(type === '' ? [] : [type]),
    name === '' ? '(unnamed)' : name,
    ...(module === '' ? [] : [`in ${module}`]),
    ...(rules.length > 0 ? rules.map((rule) => `✗ ${rule}`) : isFaulty ? ['✗ faulty'] : []),
  ].map((line) => shortened(visible(line), longest))
}

/** At most so many characters: its beginning and its end, which both tell one name from another. */
export const shortened = (text: string, longest: number): string => {
  const characters = [...text]
  if (characters.length <= longest) return text
  const kept = longest - 1
  const start = Math.ceil(kept / 2)
  return `${characters.slice(0, start).join('')}…${characters.slice(characters.length - (kept - start)).join('')}`
}
