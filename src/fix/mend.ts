import type { Report } from '../report/report.js'
import type { Groups } from './groups.js'
import type { FileChange, Lint, Mended, MendOptions } from './mended.js'
import { FileIdentities, overlay } from './overlay.js'
import { keyOf, patchesOf } from './patch.js'
import { afterPlans } from './planned.js'
import { Reach } from './reach.js'
import type { ChangedFiles } from './round.js'
import { mendInRounds } from './rounds.js'
import { scopeOf } from './scope.js'
import { beyond, tally } from './standing.js'

/**
 * Finds out what the patches make of the configuration that the paths lead to. Touches no file. Rejects with a `UserError` where the
 * options are wrong, as linting does.
 */
export const mend = async (lint: Lint, { safety, ...given }: MendOptions): Promise<Mended> => {
  const options = { ...given, ...(given.standardInput && { standardInput: once(given.standardInput) }) }
  const { fileSystem } = options
  const identities = new FileIdentities(fileSystem)
  const over = (files: ChangedFiles) => (files.size === 0 ? fileSystem : overlay(fileSystem, identities, files))

  const before = await lint(options)
  const { directories, judged } = await scopeOf(options, before)
  const base = judged === options ? before : await lint(judged)
  const outcome = await mendInRounds({
    safety,
    identityOf: (path) => identities.of(path),
    reach: new Reach(fileSystem, identities, directories, { safety, paths: options.paths }),
    lint: (files) => lint({ ...judged, fileSystem: over(files) }),
    base,
    findings: before.findings,
  })
  const { state, made, groups, rounds, reasonFor } = outcome
  const reported = async (files: ChangedFiles, known?: Report): Promise<Report> => {
    if (before.stats.plans === 0)
      return judged === options && known ? known : lint({ ...options, fileSystem: over(files) })
    const report = known ?? (await lint({ ...judged, fileSystem: over(files) }))
    return afterPlans({ before, made, base, report })
  }
  const after = state.files.size === 0 ? before : await reported(state.files, state.report)
  return {
    before,
    after,
    changes: changesOf(state.files, groups),
    mended: beyond(tally(after.findings.map(keyOf)), before.findings, keyOf),
    left: patchesOf(after.findings, safety).flatMap((patch) =>
      patch.findings.map((finding) => ({ finding, reason: reasonFor(patch) })),
    ),
    rounds,
    safety,
    cwd: fileSystem.cwd,
    lintAgain: () => reported(new Map()),
  }
}

/** Standard input can only be read once. */
const once = (read: () => Promise<Uint8Array>): (() => Promise<Uint8Array>) => {
  let bytes: Promise<Uint8Array> | undefined
  return () => {
    bytes ??= read()
    return bytes
  }
}

const changesOf = (files: ChangedFiles, groups: Groups): readonly FileChange[] => {
  const numbers = new Map<string, number>()
  return [...files]
    .filter(([, { before, after }]) => before.text !== after)
    .sort(([, a], [, b]) => (a.path < b.path ? -1 : 1))
    .map(([identity, file]) => {
      const group = groups.of(identity)
      const number = numbers.get(group) ?? numbers.size
      numbers.set(group, number)
      return { ...file, group: number }
    })
}
