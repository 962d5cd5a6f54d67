import type { Edit } from '../finding.js'
import { byPlace, compare } from '../lint/order.js'
import { edited } from '../report/edited.js'
import type { SourceFile } from '../source/source-file.js'
import { editsOf, type Patch } from './patch.js'

/** A file with the edits of several patches in it. */
export interface EditedFile {
  /** What tells it from others, however its path is written. */
  readonly identity: string
  readonly source: SourceFile
  /** In the order of the text; each edit once. */
  readonly edits: readonly Edit[]
  readonly text: string
}

export interface Combined {
  /** Those whose edits are in the files, each with all of them. */
  readonly made: readonly Patch[]
  /** Those that others stand in the way of. */
  readonly waiting: readonly Patch[]
  readonly files: readonly EditedFile[]
}

/**
 * Makes as many of the patches as go together, each whole or not at all. What is said twice is done once; what is inserted as whole
 * lines at one place follows one another; of other patches that touch the same text, the first in the order of a report is made. The
 * order in which they are given is of no consequence.
 */
export const combine = (patches: readonly Patch[], identityOf: (path: string) => string): Combined => {
  const files = new Map<string, Edits>()
  const made: Patch[] = []
  const waiting: Patch[] = []
  const editsIn = ({ source }: Edit): Edits => {
    const identity = identityOf(source.path)
    const known = files.get(identity) ?? new Edits(identity, source)
    files.set(identity, known)
    return known
  }
  for (const patch of inOrder(patches)) {
    const { edits } = patch.fix
    if (edits.length === 0 || !edits.every((edit) => editsIn(edit).takes(edit)) || overlap(edits, identityOf)) {
      waiting.push(patch)
      continue
    }
    for (const edit of edits) editsIn(edit).add(edit)
    made.push(patch)
  }
  return { made, waiting, files: [...files.values()].flatMap((file) => file.edited()) }
}

/** That of a report; what a report does not tell apart is told apart by what is to be written. */
const inOrder = (patches: readonly Patch[]): readonly Patch[] =>
  [...patches].sort((one, other) => {
    const [a] = one.findings
    const [b] = other.findings
    return byPlace(a, b) || compare(a.path ?? '', b.path ?? '') || compare(editsOf(one.fix), editsOf(other.fix))
  })

/** Whether the edits of one patch contradict each other. */
const overlap = (edits: readonly Edit[], identityOf: (path: string) => string): boolean =>
  edits.some((one, index) =>
    edits
      .slice(index + 1)
      .some(
        (other) =>
          identityOf(one.source.path) === identityOf(other.source.path) &&
          !isSame(one, other) &&
          one.span.start < other.span.end &&
          other.span.start < one.span.end,
      ),
  )

const isSame = (one: Edit, other: Edit): boolean =>
  one.span.start === other.span.start && one.span.end === other.span.end && one.text === other.text

const touch = (one: Edit, other: Edit): boolean => one.span.start <= other.span.end && other.span.start <= one.span.end

/** At one place, since they touch: empty ranges. */
const followEachOther = (one: Edit, other: Edit): boolean => one.isWhole === true && other.isWhole === true

/** The edits of one file that are made so far. */
class Edits {
  readonly #identity: string
  readonly #source: SourceFile
  /** Sorted by where they begin; those of one place as they came. */
  readonly #edits: Edit[] = []

  constructor(identity: string, source: SourceFile) {
    this.#identity = identity
    this.#source = source
  }

  takes(edit: Edit): boolean {
    // Somebody wrote to the file while it was read by two names.
    if (edit.source !== this.#source && edit.source.text !== this.#source.text) return false
    return this.#touched(edit).every((other) => isSame(edit, other) || followEachOther(edit, other))
  }

  add(edit: Edit): void {
    if (this.#touched(edit).some((other) => isSame(edit, other))) return
    this.#edits.splice(this.#behind(edit), 0, edit)
  }

  edited(): readonly EditedFile[] {
    if (this.#edits.length === 0) return []
    const source = this.#source
    return [{ identity: this.#identity, source, edits: this.#edits, text: edited(source.text, this.#edits) }]
  }

  #touched(edit: Edit): readonly Edit[] {
    const touched: Edit[] = []
    const from = this.#behind(edit)
    for (let at = from - 1; at >= 0; at -= 1) {
      const other = this.#edits[at]
      if (!other || !touch(edit, other)) break
      touched.push(other)
    }
    for (let at = from; at < this.#edits.length; at += 1) {
      const other = this.#edits[at]
      if (!other || !touch(edit, other)) break
      touched.push(other)
    }
    return touched
  }

  /** The index of the first one that comes behind it. */
  #behind({ span }: Edit): number {
    let low = 0
    let high = this.#edits.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.#edits[middle]?.span
      if (other && (other.start < span.start || (other.start === span.start && other.end <= span.end))) low = middle + 1
      else high = middle
    }
    return low
  }
}
