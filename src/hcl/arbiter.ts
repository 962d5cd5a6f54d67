import type { SourceFile } from '../source/source-file.js'

export type Verdict =
  /** HashiCorp's parser refuses the file as well. Lines and columns are 1-based, columns in grapheme clusters. */
  | { readonly verdict: 'refused'; readonly message: string; readonly line?: number; readonly column?: number }
  /** It accepts the file: `json` is the file in JSON syntax, without positions. */
  | { readonly verdict: 'accepted'; readonly json: string }
  /** It cannot be asked, is not asked for its slowness, or accepts the file and cannot convert it. */
  | { readonly verdict: 'unavailable' }

/** A file name that no user's text contains, so that errors can be cut at it. */
const FILE = 'input-of-tf-das-lint.tf'

/** It reads a fifth of a megabyte in a second, and a larger file is hardly written by hand. In UTF-16 units. */
const LARGEST = 1_000_000

/** How long its answer is waited for, in milliseconds: where its stack overflows it ends without one. */
const PATIENCE = 10_000

/** Whether it once did not answer: it will not answer again. */
let isGone = false

/** Asks HashiCorp's own parser about a file in native syntax that ours refuses. Loads it on first use: it is large. */
export const arbitrate = async (source: SourceFile): Promise<Verdict> => {
  if (isGone || source.text.length > LARGEST || bracketDepth(source.text) > DEEPEST) return { verdict: 'unavailable' }
  try {
    const { parse } = await import('@cdktf/hcl2json')
    const json = await answered(parse(FILE, source.text))
    return json === undefined ? { verdict: 'unavailable' } : { verdict: 'accepted', json: JSON.stringify(json) }
  } catch (error) {
    return refusal(error instanceof Error ? error.message : String(error))
  }
}

/** The timer also keeps the process from ending, as if all were done, while nothing but the answer is waited for. */
const answered = async <T>(answer: Promise<T>): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      isGone = true
      resolve(undefined)
    }, PATIENCE)
  })
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}

/** Its stack overflows somewhere above a thousand levels. */
const DEEPEST = 500

/** The most brackets that are open at once; those in strings and comments count, which is of no harm. */
const bracketDepth = (text: string): number => {
  let depth = 0
  let most = 0
  for (const [bracket] of text.matchAll(/[[\](){}]/g)) {
    depth += '[({'.includes(bracket) ? 1 : -1
    if (depth > most) most = depth
  }
  return most
}

/** `parse config: [FILE:1,5-2,1: Summary; Detail. FILE:3,1-4: …]`; anything else is no word on the syntax. */
const refusal = (message: string): Verdict => {
  const first = new RegExp(
    `^parse config: \\[${FILE}:(\\d+),(\\d+)-[\\d,]+: (.*?)(?: ${FILE}:\\d+,\\d+-[\\d,]+: |\\]$)`,
    's',
  )
  const match = first.exec(message)
  if (match === null) return { verdict: 'unavailable' }
  const [, line, column, text = ''] = match
  // What its sentence refers to is in the file that was given, whatever it was called on the way.
  const told = text.replace(new RegExp(`${FILE}:(\\d+),\\d+-[\\d,]+`, 'g'), 'line $1')
  return { verdict: 'refused', message: told, line: Number(line), column: Number(column) }
}
