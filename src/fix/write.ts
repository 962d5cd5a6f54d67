import type { Finding } from '../finding.js'
import type { Report } from '../report/report.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { FileWriter, Refusal } from '../source/file-writer.js'
import type { FileChange, Left, Mended } from './mended.js'
import { keyOf, patchesOf } from './patch.js'
import { beyond, tally } from './standing.js'

export interface Unwritten {
  readonly change: FileChange
  /** `changed`: it is no longer what was read, which is an error. Otherwise what is wrong with it is left. */
  readonly kind: Refusal['kind']
  /** `main.tf is not written: it has changed since it was read` */
  readonly message: string
}

/** What the patches have made of the files. */
export interface Written {
  readonly written: readonly FileChange[]
  readonly unwritten: readonly Unwritten[]
  /** Of the files as they are now; what was not written is among its diagnostics. */
  readonly report: Report
  readonly mended: readonly Finding[]
  /** Findings of `report`. */
  readonly left: readonly Left[]
}

/** Writes what `mend` has found out, each group of changes whole or not at all. */
export const write = async (mended: Mended, files: FileWriter): Promise<Written> => {
  const encoder = new TextEncoder()
  const written: FileChange[] = []
  const unwritten: Unwritten[] = []
  for (const group of groupsOf(mended.changes)) {
    const refusal = files.replace(
      group.map(({ path, before, after }) => ({
        path,
        before: encoder.encode(before.text),
        after: encoder.encode(after),
      })),
    )
    if (refusal) unwritten.push(...group.map((change) => unwrittenFor(change, refusal)))
    else written.push(...group)
  }
  if (unwritten.length === 0)
    return { written, unwritten, report: mended.after, mended: mended.mended, left: mended.left }
  const now = await mended.lintAgain()
  const report = { ...now, diagnostics: [...now.diagnostics, ...unwritten.map(diagnosticOf)] }
  const gone = beyond(tally(now.findings.map(keyOf)), mended.before.findings, keyOf)
  return { written, unwritten, report, mended: gone, left: leftIn(report, mended, unwritten) }
}

const groupsOf = (changes: readonly FileChange[]): Iterable<readonly FileChange[]> => {
  const groups = new Map<number, FileChange[]>()
  for (const change of changes) {
    const group = groups.get(change.group)
    if (group) group.push(change)
    else groups.set(change.group, [change])
  }
  return groups.values()
}

const unwrittenFor = (change: FileChange, { path, kind, reason }: Refusal): Unwritten => ({
  change,
  kind,
  message: `${change.path} is not written: ${path === change.path ? reason : `it goes together with ${path}`}`,
})

const diagnosticOf = ({ change, kind, message }: Unwritten): Diagnostic => ({
  severity: kind === 'read-only' ? 'warning' : 'error',
  file: change.path,
  message,
})

const leftIn = (report: Report, mended: Mended, unwritten: readonly Unwritten[]): readonly Left[] => {
  const reasons = new Map(mended.left.map(({ finding, reason }) => [keyOf(finding), reason]))
  const messages = new Map(unwritten.map(({ change, message }) => [change.path, message]))
  return patchesOf(report.findings, mended.safety).flatMap(({ fix, findings }) => {
    const unmade = fix.edits.map(({ source }) => messages.get(source.path)).find((message) => message !== undefined)
    return findings.map((finding) => ({
      finding,
      reason: reasons.get(keyOf(finding)) ?? unmade ?? 'it goes together with what is not written: run it again',
    }))
  })
}
