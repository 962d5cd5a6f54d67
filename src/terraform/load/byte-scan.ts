/** What the bytes of a configuration file say before anything is decoded or parsed. */
export interface ByteScan {
  /** The file can declare a cluster, or call a public module that makes one. */
  readonly touchesAurora: boolean
  /** Relative paths in quotes (`./db`, `../db`) of a file that may hold a module call: each call's source is among them. */
  readonly relativePaths: readonly string[]
  readonly encoding: 'utf-8' | 'utf-16'
}

// `aws_rds_cluster` is also the beginning of the types of streams and cluster instances. Then the sources of the public
// modules that make clusters or streams, and the prefix of the Kinesis streams that AWS makes for activity streams.
const traces = ['aws_rds_cluster', 'rds-aurora', 'rds-cluster', 'rds_activity_stream', 'aws-rds-das-'].map((text) => ({
  bytes: Buffer.from(text),
  offset: text.indexOf('rds'),
}))

// Each trace holds the first, each relative path the second. One search for something short beats several for the whole:
// up to six bytes, Node looks for the first byte with `memchr`.
const commonToTraces = Buffer.from('rds')
const commonToPaths = Buffer.from('./')
const moduleWord = Buffer.from('module')

const nothing: ByteScan = { touchesAurora: false, relativePaths: [], encoding: 'utf-8' }

export const scanBytes = (content: Uint8Array): ByteScan => {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (isUtf16(bytes)) return { ...nothing, encoding: 'utf-16' }
  const touchesAurora = hasTrace(bytes)
  const mayCall = bytes.includes(commonToPaths) && bytes.includes(moduleWord)
  const relativePaths = mayCall ? quotedRelativePaths(bytes) : []
  return touchesAurora || relativePaths.length > 0 ? { touchesAurora, relativePaths, encoding: 'utf-8' } : nothing
}

const hasTrace = (bytes: Buffer): boolean => {
  for (let at = bytes.indexOf(commonToTraces); at !== -1; at = bytes.indexOf(commonToTraces, at + 1)) {
    if (traces.some(({ bytes: trace, offset }) => startsAt(bytes, at - offset, trace))) return true
  }
  return false
}

const startsAt = (bytes: Buffer, at: number, part: Buffer): boolean => {
  if (at < 0 || at + part.length > bytes.length) return false
  for (let index = 0; index < part.length; index += 1) if (bytes[at + index] !== part[index]) return false
  return true
}

// Whether the quotes belong to a `source`, a comment or a heredoc does not matter: a path too many makes a directory
// be parsed in vain, one too few would lose a cluster.
const quotedRelativePaths = (bytes: Buffer): readonly string[] => {
  const paths = new Set<string>()
  for (const [, path] of bytes.toString('utf8').matchAll(/"(\.\.?\/[^"\n]*)"/g)) if (path) paths.add(path)
  return [...paths]
}

const isUtf16 = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
