import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Files beside it, as bundles and declarations name them. */
const NAMED = /(["'`])(\.{1,2}\/[\w./-]+\.(?:cjs|js|json))\1/g

/** `./report.js` of a declaration is `./report.d.ts`. */
const fileOf = (path, from) => (from.endsWith('.d.ts') ? path.replace(/\.js$/, '.d.ts') : path)

/** The files that an entry leads to, itself among them. */
export const reachable = (entry, found = new Set()) => {
  if (found.has(entry) || !existsSync(entry)) return found
  found.add(entry)
  for (const [, , path] of readFileSync(entry, 'utf8').matchAll(NAMED)) {
    reachable(join(dirname(entry), fileOf(path, entry)), found)
  }
  return found
}
