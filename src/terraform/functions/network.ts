import { type FunctionTable, pure, Refusal, strings, variadic } from './definition.js'

/** A block of addresses, as numbers. */
interface Prefix {
  readonly base: bigint
  readonly length: number
  /** 32 or 128. */
  readonly bits: number
}

const parsePrefix = (text: string): Prefix => {
  const [address = '', digits = '', ...rest] = text.split('/')
  const bits = address.includes(':') ? 128 : 32
  if (rest.length > 0 || !/^\d{1,3}$/.test(digits) || Number(digits) > bits)
    throw new Refusal(`${text} is no CIDR block`)
  const length = Number(digits)
  const host = BigInt(bits - length)
  return { base: (parseAddress(address) >> host) << host, length, bits }
}

const parseAddress = (text: string): bigint => {
  const address = text.includes(':') ? parseVersion6(text) : parseVersion4(text)
  if (address === undefined) throw new Refusal(`${text} is no IP address`)
  return address
}

const parseVersion4 = (text: string): bigint | undefined => {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d+$/.test(part) && Number(part) < 256)) return undefined
  return parts.reduce((address, part) => address * 256n + BigInt(part), 0n)
}

const parseVersion6 = (text: string): bigint | undefined => {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  if (dotted !== null) {
    const low = parseVersion4(dotted[2] ?? '')
    if (low === undefined) return undefined
    return parseVersion6(`${dotted[1]}${(low >> 16n).toString(16)}:${(low & 0xffffn).toString(16)}`)
  }
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined
  return groups.reduce((address, group) => (address << 16n) | BigInt(`0x${group}`), 0n)
}

const printAddress = (address: bigint, bits: number): string =>
  bits === 32 ? [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 0xffn)).join('.') : printVersion6(address)

/** Lower case, the longest run of two or more zero groups as `::`. */
const printVersion6 = (address: bigint): string => {
  const groups = Array.from({ length: 8 }, (_, at) => ((address >> BigInt(112 - 16 * at)) & 0xffffn).toString(16))
  let [start, longest] = [-1, 1]
  for (let at = 0; at < 8; at += 1) {
    let end = at
    while (groups[end] === '0') end += 1
    if (end - at > longest) [start, longest] = [at, end - at]
  }
  if (start === -1) return groups.join(':')
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + longest).join(':')}`
}

const printPrefix = ({ base, length, bits }: Prefix): string => `${printAddress(base, bits)}/${length}`

const host = (text: string, number: number): string => {
  const { base, length, bits } = parsePrefix(text)
  const size = 1n << BigInt(bits - length)
  const wanted = BigInt(number)
  const at = wanted < 0n ? size + wanted : wanted
  if (at < 0n || at >= size) throw new Refusal(`${text} has no host ${number}`)
  return printAddress(base + at, bits)
}

const netmask = (text: string): string => {
  const { length, bits } = parsePrefix(text)
  if (bits !== 32) throw new Refusal('IPv6 has no netmasks')
  return printAddress((1n << 32n) - (1n << BigInt(32 - length)), 32)
}

const longer = ({ length, bits }: Prefix, added: number): number => {
  if (added < 0 || length + added > bits) throw new Refusal(`a prefix cannot be ${length + added} bits long`)
  return length + added
}

const subnet = (text: string, added: number, number: number): string => {
  const prefix = parsePrefix(text)
  const length = longer(prefix, added)
  const at = BigInt(number)
  if (at < 0n || at >= 1n << BigInt(added)) throw new Refusal(`${added} more bits do not hold the number ${number}`)
  return printPrefix({ ...prefix, base: prefix.base + (at << BigInt(prefix.bits - length)), length })
}

const subnets = (text: string, added: readonly number[]): readonly string[] => {
  const prefix = parsePrefix(text)
  const end = prefix.base + (1n << BigInt(prefix.bits - prefix.length))
  let next = prefix.base
  return added.map((bits) => {
    if (bits < 1 || bits > 32) throw new Refusal('a subnet takes between 1 and 32 more bits')
    const length = longer(prefix, bits)
    const size = 1n << BigInt(prefix.bits - length)
    const base = ((next + size - 1n) / size) * size
    next = base + size
    if (next > end) throw new Refusal(`${text} has no room for that many subnets`)
    return printPrefix({ ...prefix, base, length })
  })
}

const contains = (text: string, other: string): boolean => {
  const outer = parsePrefix(text)
  const inner = other.includes('/')
    ? parsePrefix(other)
    : { base: parseAddress(other), bits: other.includes(':') ? 128 : 32, length: other.includes(':') ? 128 : 32 }
  if (inner.bits !== outer.bits) throw new Refusal('the addresses are of different kinds')
  const shift = BigInt(outer.bits - outer.length)
  return inner.length >= outer.length && inner.base >> shift === outer.base >> shift
}

export const network: FunctionTable = {
  cidrcontains: pure(['string', 'string'], contains),
  cidrhost: pure(['string', 'integer'], host),
  cidrnetmask: pure(['string'], netmask),
  cidrsubnet: pure(['string', 'integer', 'integer'], subnet),
  cidrsubnets: variadic(['string'], 'integer', [0, Number.POSITIVE_INFINITY], ([text], added) =>
    strings(subnets(text, added)),
  ),
}
