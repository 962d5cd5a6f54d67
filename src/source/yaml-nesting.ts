/** Nobody's document. Long before, the library gives up, and says so; much deeper, it takes the process with it. */
const DEEPEST = 1000

/**
 * Whether YAML is better not parsed. An estimate, before anything is: brackets that stay open, also where they are text, and
 * items and keys that open others on the same line.
 */
export const isNestedTooDeeply = (yaml: string): boolean => {
  let depth = 0
  for (const [bracket] of yaml.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(depth - 1, 0)
    if (depth > DEEPEST) return true
  }
  return new RegExp(`(?:[-?:][ \\t]+){${DEEPEST}}`).test(yaml)
}
