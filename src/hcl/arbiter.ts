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

/** Asks HashiCorp's own parser about a file in native syntax that ours refuses. Loads it on first use: it is large. */
export const arbitrate = async (source: SourceFile): Promise<Verdict> => {
  if (source.text.length > LARGEST) return { verdict: 'unavailable' }
  try {
    const { parse } = await import('@cdktf/hcl2json')
    return { verdict: 'accepted', json: JSON.stringify(await parse(FILE, source.text)) }
  } catch (error) {
    return refusal(error instanceof Error ? error.message : String(error))
  }
}

/** `parse config: [FILE:1,5-2,1: Summary; Detail. FILE:3,1-4: …]`; anything else is no word on the syntax. */
const refusal = (message: string): Verdict => {
  const first = new RegExp(`^parse config: \\[${FILE}:(\\d+),(\\d+)-[\\d,]+: (.*?)(?: ${FILE}:\\d+,\\d+-|\\]$)`, 's')
  const match = first.exec(message)
  if (match === null) return { verdict: 'unavailable' }
  const [, line, column, text = ''] = match
  return { verdict: 'refused', message: text, line: Number(line), column: Number(column) }
}
