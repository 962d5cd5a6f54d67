/** What `--fix`, and patches as a format, add to a run. Loaded by the runs that ask for it. */
import { isAbsolute } from 'node:path'
import type { FileChange, Mended } from '../fix/index.js'
import type { LintOptions } from '../lint/options.js'
import { maskedIn } from '../report/redact.js'
import { shownChange, shownDiff } from '../report/shown-diff.js'
import { createStyle } from '../report/style.js'
import { unifiedDiff } from '../report/unified-diff.js'
import type { FileSystem } from '../source/file-system.js'
import { repositoryPath, repositoryRoot } from '../source/repository.js'
import type { LintArguments } from './arguments.js'
import type { Engine } from './engine.js'
import type { Io } from './io.js'
import { mendingText } from './mending-text.js'
import type { Outcome, Patches } from './outcome.js'

/** Finds out what the patches make of the files, and writes it where that is asked for. */
export const mend = async (given: LintArguments, asked: LintOptions, io: Io, engine: Engine): Promise<Outcome> => {
  const { fix, dryRun, format } = given
  const safety = fix ?? 'safe'
  const mended = await engine.mend({ ...asked, safety })
  const { before, after } = mended
  if (fix !== undefined && !dryRun && format !== 'patch') {
    const { report, written, ...rest } = await engine.write(mended, io.fileWriter)
    const summary = mendingText({ ...rest, report, safety, changes: written, isWritten: true })
    const patches = { ...diffs(written, mended, io.fileSystem), isTrial: false, applied: safety, summary }
    return { report, judged: report, patches }
  }
  const isTrial = dryRun && format !== 'patch'
  const summary = mendingText({ ...mended, report: after, safety, isWritten: false })
  const patches = {
    ...diffs(mended.changes, mended, io.fileSystem),
    isTrial,
    ...(isTrial && { applied: safety }),
    summary,
  }
  return { report: isTrial ? after : before, judged: before, patches }
}

const diffs = (
  changes: readonly FileChange[],
  { before, after }: Mended,
  fileSystem: FileSystem,
): Pick<Patches, 'diff' | 'shown' | 'outside'> => {
  const locate = realPlaces(fileSystem)
  const located = () => changes.map((change) => ({ ...change, place: locate(change.path) }))
  return {
    diff: () =>
      unifiedDiff(
        located()
          .filter(({ place }) => !isAbsolute(place))
          .map((change) => ({ path: change.place, before: change.before.text, after: change.after })),
      ),
    outside: () =>
      changes.flatMap(({ path }) =>
        isAbsolute(locate(path)) ? `${path} lies outside of the repository: its patch is left out` : [],
      ),
    shown: (color) => {
      const masked = [...maskedIn(before), ...maskedIn(after)]
      const shown = located().map((change) => shownChange(change.place, change.before, change.after, masked))
      return shownDiff(shown, createStyle(color))
    },
  }
}

/**
 * Paths from the repository's root, absolute where they lie outside. Of a symbolic link, that of the file that it leads to: what
 * takes patches changes no links.
 */
const realPlaces = (fileSystem: FileSystem): ((path: string) => string) => {
  const { cwd } = fileSystem
  const real = (path: string): string => {
    try {
      return fileSystem.realPath(path)
    } catch {
      // It is gone.
      return path
    }
  }
  let root: string | undefined
  return (path) => {
    root ??= real(repositoryRoot(fileSystem))
    return repositoryPath(root, cwd, real(path))
  }
}
