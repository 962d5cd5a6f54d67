/** What patches make of files in memory, written anew here so that nothing is proved by itself. */
import { expect } from 'vitest'
import type { Edit, Finding } from '../src/finding.js'
import { parseNative } from '../src/hcl/index.js'
import type { Report } from '../src/report/report.js'
import { decodeSource } from '../src/source/source-file.js'
import { askHcl2json, shapeOf } from './hcl/hcl2json.js'

/** Bytes by path. */
export type Files = Readonly<Record<string, Uint8Array>>

/** What a patch does to a file, in bytes of it. */
interface Cut {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** One string for patches that do the same. */
export const signature = (edits: readonly Edit[]): string =>
  JSON.stringify(edits.map(({ source, span, text }) => [source.path, span.start, span.end, text]).sort())

/** The files with these edits and no others; every byte that no edit names is copied. */
export const patched = (files: Files, edits: readonly Edit[]): Files => {
  const paths = [...new Set(edits.map(({ source }) => source.path))]
  return Object.fromEntries([
    ...Object.entries(files),
    ...paths.map((path) => {
      const before = files[path]
      if (!before) throw new Error(`an edit of ${path}, which is no file of the case`)
      return [path, spliced(before, cutsOf(path, edits))] as const
    }),
  ])
}

const cutsOf = (path: string, edits: readonly Edit[]): readonly Cut[] =>
  edits
    .filter(({ source }) => source.path === path)
    .map(({ source, span, text }) => ({
      start: source.byteOffset(span.start),
      end: source.byteOffset(span.end),
      text,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end)

const spliced = (bytes: Uint8Array, cuts: readonly Cut[]): Uint8Array => {
  const parts: Uint8Array[] = []
  let at = 0
  for (const { start, end, text } of cuts) {
    if (start < at) throw new Error(`two edits of one patch overlap at byte ${start}`)
    parts.push(bytes.subarray(at, start), Buffer.from(text))
    at = end
  }
  return Buffer.concat([...parts, bytes.subarray(at)])
}

/** What is the same before and after a patch beside the finding itself. */
export const identity = ({ rule, verdict, rootModule = '', address, path = '' }: Finding): string =>
  [rule, verdict, rootModule, address, path].join(' ').trimEnd()

export const identities = ({ findings }: Report): readonly string[] => findings.map(identity)

export const complaints = ({ diagnostics }: Report): readonly string[] =>
  diagnostics.map(({ message, file, source }) => `${file ?? source?.path ?? ''}: ${message}`)

/** Those of `all` that `known` does not hold as often. */
export const beyond = (all: readonly string[], known: readonly string[]): readonly string[] => {
  const left = [...known]
  return all.filter((each) => {
    const at = left.indexOf(each)
    if (at === -1) return true
    left.splice(at, 1)
    return false
  })
}

export const changedFiles = (before: Files, after: Files): readonly string[] =>
  Object.keys(after).filter((path) => !Buffer.from(after[path] ?? []).equals(before[path] ?? Buffer.alloc(0)))

/** A file that could be parsed still can be, by us and by HCL's own parser, and both see the same in it. */
export const expectToParse = async (path: string, before: Uint8Array, after: Uint8Array): Promise<void> => {
  if (path.endsWith('.json')) {
    expect(() => JSON.parse(textOf(after)), `${path} is JSON`).not.toThrow()
    return
  }
  if (parseNative(decodeSource(path, before)).diagnostics.length > 0) return
  const parsed = parseNative(decodeSource(path, after))
  expect(parsed.diagnostics, `${path} parses`).toEqual([])
  const answer = await askHcl2json(textOf(after))
  if (answer.kind !== 'inexpressible') expect(answer).toEqual({ kind: 'tree', tree: shapeOf(parsed) })
}

/** Without the BOM, which neither `JSON.parse` nor hcl2json takes. */
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
