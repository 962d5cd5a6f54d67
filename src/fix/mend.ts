import type { Finding } from '../finding.js'
import type { LintOptions } from '../lint/options.js'
import type { Report } from '../report/report.js'
import type { SourceFile } from '../source/source-file.js'
import { combine, type Patch } from './combine.js'
import type { FileChange, Lint, Mended, MendOptions } from './mended.js'
import { FileIdentities, overlay } from './overlay.js'

const MOST_ROUNDS = 10

interface ChangedFile {
  readonly path: string
  readonly before: SourceFile
  readonly after: string
}

/** Finds out what the patches make of the configuration that the paths lead to. Touches no file. */
export const mend = async (lint: Lint, { safety, ...options }: MendOptions): Promise<Mended> => {
  const identities = new FileIdentities(options.fileSystem)
  const files = new Map<string, ChangedFile>()
  const before = await lint(options)
  let after = before
  let rounds = 0
  while (rounds < MOST_ROUNDS) {
    const combined = combine(patchesIn(after, safety), (path) => identities.of(path))
    if (combined.made.length === 0) break
    rounds += 1
    for (const { identity, source, text } of combined.files) {
      const known = files.get(identity)
      files.set(identity, { path: known?.path ?? source.path, before: known?.before ?? source, after: text })
    }
    after = await lint(over(options, identities, files))
  }
  const gone = new Set(before.findings.map(keyOf))
  for (const finding of after.findings) gone.delete(keyOf(finding))
  return {
    before,
    after,
    changes: [...files.values()].map((file): FileChange => ({ ...file, group: 0 })),
    mended: before.findings.filter((finding) => gone.has(keyOf(finding))),
    left: patchesIn(after, safety).map(({ finding }) => ({ finding, reason: 'another patch stands in its way' })),
    rounds,
    lintAgain: () => lint(options),
  }
}

const over = (
  options: LintOptions,
  identities: FileIdentities,
  files: ReadonlyMap<string, ChangedFile>,
): LintOptions => ({
  ...options,
  fileSystem: overlay(
    options.fileSystem,
    identities,
    new Map([...files].map(([identity, { after }]) => [identity, after])),
  ),
})

const patchesIn = (report: Report, safety: MendOptions['safety']): readonly Patch[] =>
  report.findings.flatMap((finding) => {
    const { fix, verdict } = finding
    return fix && verdict === 'violation' && (safety === 'unsafe' || fix.safety === 'safe') ? [{ finding, fix }] : []
  })

const keyOf = ({ rule, home, address, path = '' }: Finding): string => [rule, home, address, path].join('\0')
