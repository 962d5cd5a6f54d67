import type { Finding } from '../finding.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import type { Module } from '../terraform/configuration.js'

/** A range of source that holds a sensitive value. */
export interface Masked {
  readonly source: SourceFile
  readonly span: Span
}

/** The arguments of module calls that are given to sensitive variables, in the files that the findings show. */
export const maskedArguments = (roots: readonly Module[], findings: readonly Finding[]): readonly Masked[] => {
  const shown = new Set(findings.flatMap(({ location }) => (location?.kind === 'source' ? [location.source] : [])))
  const masked: Masked[] = []
  const seen = new Set<Module>()
  const open = [...roots]
  for (let module = open.pop(); module; module = open.pop()) {
    if (seen.has(module)) continue
    seen.add(module)
    for (const call of module.calls.values()) {
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
