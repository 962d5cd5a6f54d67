import type { Edit, Finding } from '../finding.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { Span } from '../source/span.js'
import type { Combined, EditedFile } from './combine.js'
import type { Patch } from './patch.js'

/** Something that patches would make worse. */
export interface Setback {
  /** A clause about the patch: `it would bring unsupported-mode at aws_rds_cluster_activity_stream.main`. */
  readonly reason: string
  /** In the files with their edits. */
  readonly places: readonly { readonly path: string; readonly span: Span }[]
  readonly address?: string
  /** Where it is known whose fault it is. */
  readonly culprit?: Patch
}

export const broughtFinding = ({ rule, address, location, related }: Finding): Setback => ({
  reason: `it would bring ${rule} at ${address}`,
  address,
  places: [location, ...related.map((each) => each.location)].flatMap((place) =>
    place?.kind === 'source' ? [{ path: place.source.path, span: place.span }] : [],
  ),
})

export const broughtError = ({ message, source, span }: Diagnostic): Setback => ({
  reason: `it would bring an error: ${message}`,
  places: source && span ? [{ path: source.path, span }] : [],
})

export const stillThere = (culprit: Patch): Setback => ({
  reason: 'the finding would still be there',
  places: [],
  culprit,
})

/** Which of the patches setbacks may come from, by what they write and what they are about; none where nothing tells. */
export const suspects = (
  setbacks: readonly Setback[],
  { made, files }: Combined,
  identityOf: (path: string) => string,
): ReadonlySet<Patch> => {
  const written = new Map<string, Patch[]>()
  for (const patch of made) {
    for (const edit of patch.fix.edits) push(written, keyOf(identityOf(edit.source.path), edit), patch)
  }
  const about = new Map<string, Patch[]>()
  for (const patch of made) for (const { address } of patch.findings) push(about, address, patch)
  const edited = new Map(files.map((file) => [file.identity, file]))
  const suspectsOf = ({ culprit, places, address }: Setback): readonly Patch[] => {
    if (culprit) return [culprit]
    const within = places.flatMap(({ path, span }) => {
      const file = edited.get(identityOf(path))
      return file ? editsAt(file, span).flatMap((edit) => written.get(keyOf(file.identity, edit)) ?? []) : []
    })
    return within.length > 0 || address === undefined ? within : (about.get(address) ?? [])
  }
  return new Set(setbacks.flatMap(suspectsOf))
}

const push = <T>(lists: Map<string, T[]>, key: string, item: T): void => {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

/** The edits whose new text touches the range. */
const editsAt = ({ edits }: EditedFile, range: Span): readonly Edit[] => {
  const found: Edit[] = []
  let shift = 0
  for (const edit of edits) {
    const start = edit.span.start + shift
    const end = start + edit.text.length
    if (start > range.end) break
    if (end >= range.start) found.push(edit)
    shift += edit.text.length - (edit.span.end - edit.span.start)
  }
  return found
}

const keyOf = (identity: string, { span, text }: Edit): string => [identity, span.start, span.end, text].join('\0')
