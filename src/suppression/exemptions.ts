import type { Finding, Suppression } from '../finding.js'

/** Findings that are to be left, by the address of what they are about. */
export interface Exemption {
  /** `*` stands for any text: `module.dev.*`. */
  readonly address: string
  /** Rule ids; empty means all. */
  readonly rules: readonly string[]
  readonly reason: string
  /** The last day that it holds on, `YYYY-MM-DD`. */
  readonly until?: string
  /** The config file that says so. */
  readonly file: string
}

/** Those of the exemptions that are about the finding, in their order. */
export const exemptionsFrom = (
  exemptions: readonly Exemption[],
): ((finding: Pick<Finding, 'rule' | 'address'>) => readonly Exemption[]) => {
  const all = exemptions.map((exemption) => ({ exemption, matches: matcherOf(exemption.address) }))
  return ({ rule, address }) =>
    all
      .filter(({ exemption: { rules }, matches }) => (rules.length === 0 || rules.includes(rule)) && matches(address))
      .map(({ exemption }) => exemption)
}

/** No regular expression: with many stars, that can take for ever. The first place where a part fits leaves most to the others. */
const matcherOf = (glob: string): ((address: string) => boolean) => {
  const [first = '', ...others] = glob.split(/\*+/)
  const last = others.pop()
  if (last === undefined) return (address) => address === glob
  return (address) => {
    if (!address.startsWith(first) || !address.endsWith(last)) return false
    let at = first.length
    for (const part of others) {
      const found = address.indexOf(part, at)
      if (found === -1) return false
      at = found + part.length
    }
    return at <= address.length - last.length
  }
}

export const toSuppression = ({ reason, until, file }: Exemption): Suppression => ({
  kind: 'exemption',
  reason,
  ...(until !== undefined && { until }),
  file,
})
