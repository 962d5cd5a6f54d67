import { dirname } from 'node:path/posix'
import type { Finding } from '../finding.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import type { Module } from '../terraform/configuration.js'

/** A range of source that holds a sensitive value. */
export interface Masked {
  readonly source: SourceFile
  readonly span: Span
}

/** Whose text a report shows: around findings, in patches, where something cannot be read. */
export const shownSources = (
  findings: readonly Finding[],
  diagnostics: readonly Diagnostic[],
): ReadonlySet<SourceFile> =>
  new Set([
    ...findings.flatMap(({ location }) => (location?.kind === 'source' ? [location.source] : [])),
    ...findings.flatMap(({ fix }) => fix?.edits.map(({ source }) => source) ?? []),
    ...diagnostics.flatMap(({ source }) => source ?? []),
  ])

/** The arguments of module calls that are given to sensitive variables, in the sources that are shown. */
export const maskedArguments = (roots: readonly Module[], shown: ReadonlySet<SourceFile>): readonly Masked[] => {
  const directories = new Set([...shown].map(({ path }) => dirname(path)))
  const masked: Masked[] = []
  const seen = new Set<Module>()
  const open = [...roots]
  for (let module = open.pop(); module; module = open.pop()) {
    if (seen.has(module)) continue
    seen.add(module)
    const mayShow = directories.has(module.directory)
    for (const call of module.calls.values()) {
      // Its content would be read for nothing.
      if (!mayShow && !call.relevant) continue
      const source = call.content.written?.source
      const isShown = source !== undefined && shown.has(source)
      if ((!isShown && !call.relevant) || call.module.kind === 'absent') continue
      if (call.relevant) open.push(call.module)
      if (!isShown) continue
      for (const [name, { written }] of call.content.arguments) {
        if (written && call.module.variables.get(name)?.sensitive) {
          masked.push({ source: written.source, span: written.expressionSpan })
        }
      }
    }
  }
  return masked
}
