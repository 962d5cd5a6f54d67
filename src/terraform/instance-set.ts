import type { Expansion } from './expansion.js'
import { eachKeyIdentity } from './identity.js'
import type { InstanceKey } from './reference.js'
import type { InstanceSet, List, Mapping, Repeated, Value } from './value.js'
import { choice, failure, list, mapArms, mapping, reasons, resolve } from './values.js'

/** More instances than this are not listed one by one for a key that nobody knows. */
const MOST_CANDIDATES = 16

/** The instances of a resource or module call; `make` gives the value of one. */
export const instanceSet = (
  name: string,
  expansion: Exclude<Expansion, { kind: 'single' }>,
  make: (key: InstanceKey) => Value,
): InstanceSet => ({
  keying: expansion.keying,
  keys: expansion.keys,
  at: (key) => mapArms(resolve(key), (arm) => instanceAt(name, expansion, make, resolve(arm))),
  all: () => allInstances(expansion, make),
})

const instanceAt = (
  name: string,
  expansion: Exclude<Expansion, { kind: 'single' }>,
  make: (key: InstanceKey) => Value,
  key: Value,
): Value => {
  if (key.kind === 'known') {
    const value = expansion.keying === 'count' ? Number(key.value) : String(key.value)
    if (expansion.kind === 'instances') {
      return expansion.values.has(value)
        ? make({ kind: 'known', value })
        : failure(`${name} has no instance ${key.sensitive ? 'of a sensitive key' : `[${JSON.stringify(key.value)}]`}`)
    }
    if (expansion.atMostOne) return make({ kind: 'each', keys: expansion.keys, because: expansion.because })
    return make({ kind: 'any', because: expansion.because })
  }
  const because = reasons(key)
  if (expansion.kind === 'unknown') {
    const own = key.kind === 'unknown' && key.id === eachKeyIdentity(expansion.keys)
    return own || expansion.atMostOne
      ? make({ kind: 'each', keys: expansion.keys, because: expansion.because })
      : make({ kind: 'any', because })
  }
  if (expansion.values.size > MOST_CANDIDATES) return make({ kind: 'any', because })
  const candidates = [...expansion.values.keys()].map((value) => make({ kind: 'known', value }))
  return choice(candidates, because)
}

const allInstances = (
  expansion: Exclude<Expansion, { kind: 'single' }>,
  make: (key: InstanceKey) => Value,
): List | Mapping | Repeated => {
  if (expansion.kind === 'instances') {
    const values = [...expansion.values.keys()].map((value) => [value, make({ kind: 'known', value })] as const)
    return expansion.keying === 'count'
      ? list(
          'tuple',
          values.map(([, value]) => value),
        )
      : mapping('object', new Map(values.map(([key, value]) => [String(key), value])))
  }
  return {
    kind: 'repeated',
    type: expansion.keying === 'count' ? 'tuple' : 'object',
    element: make({ kind: 'each', keys: expansion.keys, because: expansion.because }),
    keys: expansion.keys,
    because: expansion.because,
  }
}
