import { posix } from 'node:path'
import type { DirectoryEntry, FileSystem } from '../../../src/source/file-system.js'
import { accessTo } from '../../plan/access.js'

type Node =
  | { readonly kind: 'file'; readonly content: Uint8Array }
  | { readonly kind: 'directory'; readonly names: Set<string> }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'broken'; readonly code: string }

/** What stands at a path: a text, bytes, a link, or a file or directory that cannot be read. */
export type Planted =
  | string
  | Uint8Array
  | { readonly link: string }
  | { readonly directory: true }
  | { readonly fails: string }

/** Files by path (relative to `/project`, the working directory, or absolute); directories come by themselves. */
export const memoryFileSystem = (
  planted: Readonly<Record<string, Planted>>,
): FileSystem & { readonly reads: string[] } => {
  const cwd = '/project'
  const nodes = new Map<string, Node>([['/', { kind: 'directory', names: new Set() }]])
  const directory = (path: string): Set<string> => {
    const node = nodes.get(path)
    if (node?.kind === 'directory') return node.names
    const names = new Set<string>()
    nodes.set(path, { kind: 'directory', names })
    directory(posix.dirname(path)).add(posix.basename(path))
    return names
  }
  directory(cwd)
  for (const [path, what] of Object.entries(planted)) {
    const at = posix.resolve(cwd, path)
    directory(posix.dirname(at)).add(posix.basename(at))
    if (typeof what === 'string') nodes.set(at, { kind: 'file', content: new TextEncoder().encode(what) })
    else if (what instanceof Uint8Array) nodes.set(at, { kind: 'file', content: what })
    else if ('link' in what) nodes.set(at, { kind: 'link', target: what.link })
    else if ('fails' in what) nodes.set(at, { kind: 'broken', code: what.fails })
    else directory(at)
  }

  const fail = (code: string, path: string): never => {
    throw Object.assign(new Error(`${code}: ${path}`), { code })
  }
  const real = (path: string, hops = 0): string => {
    if (hops > 40) return fail('ELOOP', path)
    const absolute = posix.resolve(cwd, path)
    if (absolute === '/') return absolute
    const parent = real(posix.dirname(absolute), hops)
    const here = posix.join(parent, posix.basename(absolute))
    const node = nodes.get(here)
    return node?.kind === 'link' ? real(posix.resolve(parent, node.target), hops + 1) : here
  }
  const kindOf = (path: string): DirectoryEntry['kind'] | undefined => {
    const node = nodes.get(real(path))
    return (
      node &&
      (node.kind === 'file' || node.kind === 'broken' ? 'file' : node.kind === 'directory' ? 'directory' : 'other')
    )
  }
  const contentOf = (path: string): Uint8Array => {
    const node = nodes.get(real(path)) ?? fail('ENOENT', path)
    if (node.kind === 'file') return node.content
    return fail(node.kind === 'broken' ? node.code : 'EISDIR', path)
  }
  const reads: string[] = []
  return {
    cwd,
    reads,
    read: (path) => {
      reads.push(path)
      return contentOf(path)
    },
    list: (path) => {
      const at = real(path)
      const node = nodes.get(at) ?? fail('ENOENT', path)
      if (node.kind !== 'directory') return fail('ENOTDIR', path)
      return [...node.names].map((name): DirectoryEntry => {
        const child = posix.join(at, name)
        if (nodes.get(child)?.kind !== 'link') return { name, kind: kindOf(child) ?? 'other' }
        try {
          return { name, kind: kindOf(child) ?? 'other', link: true }
        } catch {
          return { name, kind: 'other', link: true }
        }
      })
    },
    kind: kindOf,
    realPath: (path) => {
      const at = real(path)
      return nodes.has(at) ? at : fail('ENOENT', path)
    },
    open: (path) => accessTo(contentOf(path)),
  }
}
