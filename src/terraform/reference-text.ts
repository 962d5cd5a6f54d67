import type { Step } from '../hcl/syntax.js'

const NOWHERE = { start: 0, end: 0 }

/**
 * A reference as a plan's JSON spells it (`module.db["a"].arn`, `aws_rds_cluster.main[0].id`, `each.key`): its root name and its
 * steps, which have no place in any source. `undefined` for anything else.
 */
export const parseReferenceText = (
  reference: string,
): { readonly root: string; readonly steps: readonly Step[] } | undefined => {
  const root = /^[\p{L}_][\p{L}\p{N}_-]*/u.exec(reference)?.[0]
  if (root === undefined) return undefined
  const steps: Step[] = []
  const pattern = /\.([\p{L}\p{N}_][\p{L}\p{N}_-]*)|\[("(?:[^"\\]|\\.)*"|\d+)\]/uy
  pattern.lastIndex = root.length
  while (pattern.lastIndex < reference.length) {
    const match = pattern.exec(reference)
    if (!match) return undefined
    const [, name, key] = match
    if (name !== undefined) steps.push({ kind: 'attribute', name, span: NOWHERE })
    else if (key !== undefined) steps.push(indexStep(key))
  }
  return { root, steps }
}

const indexStep = (key: string): Step => {
  const value = key.startsWith('"') ? unquote(key) : Number(key)
  return { kind: 'index', key: { kind: 'literal', value, span: NOWHERE }, legacy: false, span: NOWHERE }
}

/** The text of a key as Terraform writes it in an address. */
export const unquote = (quoted: string): string =>
  quoted
    .slice(1, -1)
    .replace(/\\(?:U([0-9a-fA-F]{8})|u([0-9a-fA-F]{4})|(.))|([$%])\4(?=\{)/gs, (all, long, short, escaped, sign) => {
      if (sign !== undefined) return sign
      if (escaped !== undefined) return ESCAPES.get(escaped) ?? escaped
      const point = Number.parseInt(long ?? short, 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : all
    })

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** A plan lists each reference with all its prefixes: only the longest say what is meant. */
export const longestReferences = (references: readonly string[]): readonly string[] =>
  references.filter(
    (reference) =>
      !references.some(
        (other) =>
          other.length > reference.length && other.startsWith(reference) && /^[.[]/.test(other.slice(reference.length)),
      ),
  )
