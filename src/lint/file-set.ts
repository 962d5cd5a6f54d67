import type { FileSystem } from '../source/file-system.js'

/** Deeper than this is no configuration's business, or a circle of links. */
const DEEPEST = 16

/** The files below a directory whose path within it matches, sorted: Terraform's `fileset`. */
export const fileSet = (fileSystem: FileSystem, directory: string, pattern: string): readonly string[] => {
  const matches = patternOf(pattern)
  const found: string[] = []
  const walk = (inside: string, depth: number): void => {
    for (const { name, kind } of fileSystem.list(inside === '' ? directory : `${directory}/${inside}`)) {
      const path = inside === '' ? name : `${inside}/${name}`
      if (kind === 'file' && matches.test(path)) found.push(path)
      if (kind === 'directory' && depth < DEEPEST) walk(path, depth + 1)
    }
  }
  walk('', 0)
  return found.sort()
}

/** `*` and `?` stay within a directory, `**` does not; `[…]` and `{a,b}` as in a shell. */
const patternOf = (pattern: string): RegExp => {
  let depth = 0
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|\[[^\]]*\]|[{},]|[.+^$()|\\]/g, (token) => {
    if (token === '**/') return '(?:[^/]+/)*'
    if (token === '**') return '.*'
    if (token === '*') return '[^/]*'
    if (token === '?') return '[^/]'
    if (token.startsWith('[')) return token.replace(/^\[[!^]/, '[^')
    if (token === '{') depth += 1
    if (token === '}') depth -= 1
    if (token === '{') return '(?:'
    if (token === '}') return ')'
    if (token === ',') return depth > 0 ? '|' : ','
    return `\\${token}`
  })
  try {
    return new RegExp(`^${source}$`)
  } catch {
    // Terraform refuses such a pattern; nothing matches it.
    return /(?!)/
  }
}
