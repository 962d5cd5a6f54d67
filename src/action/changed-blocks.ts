/** What a diff says of the blocks of a configuration, without the file itself. */
export interface ChangedBlocks {
  /** A block that may have kept something in order is gone. */
  readonly isTakenAway: boolean
  /** What was a value already is another one, or nobody knows. */
  readonly areValuesChanged: boolean
  /** A module is called, or called otherwise. */
  readonly areCallsChanged: boolean
}

/** Blocks of the language that stand in no other block, but for what is declared again in a `check`. */
const HEADER =
  /^([ +-]?)\s*(check|data|ephemeral|import|locals|module|moved|output|provider|removed|resource|terraform|variable)(?:\s+"[^"]*"){0,2}\s*\{/

/** Git writes the last line in front of a hunk that begins with a letter behind its header: most often that of a block. */
const HUNK = /^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@(?: (.*))?$/

/** Of a block, by itself or behind all that stands in it. */
const END = /^[ +-](?:\}|\S.*\{.*\}\s*$)/

interface Block {
  readonly type: string
  readonly isNew: boolean
}

/** `patch` is a unified diff of one file in native syntax, the hunks alone. */
export const changedBlocks = (patch: string): ChangedBlocks => {
  let isTakenAway = false
  let areValuesChanged = false
  let areCallsChanged = false
  let block: Block | 'none' | 'unknown' = 'none'
  for (const row of patch.split('\n')) {
    const hunk = HUNK.exec(row)
    if (hunk) {
      block = hunk[1] === undefined ? 'none' : (blockOf(hunk[1]) ?? 'unknown')
      continue
    }
    block = blockOf(row) ?? block
    if (/^[+-]\s*\S/.test(row) && block !== 'none') {
      if (block === 'unknown') areValuesChanged = true
      else if (block.type === 'module') areCallsChanged = true
      else if (block.type === 'variable' || block.type === 'locals') areValuesChanged ||= !block.isNew
    }
    if (/^-\s*(?:resource|module)\s/.test(row)) isTakenAway = true
    if (END.test(row)) block = 'none'
  }
  return { isTakenAway, areValuesChanged, areCallsChanged }
}

const blockOf = (row: string): Block | undefined => {
  const [, sign, type] = HEADER.exec(row) ?? []
  return type === undefined ? undefined : { type, isNew: sign === '+' }
}
