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
const trace = /aws_rds_cluster|rds-aurora|rds-cluster|rds_activity_stream|aws-rds-das-/

// Most files hold neither a trace nor a path. One pattern for both, of few short beginnings, tells so twice as fast as
// searches for the bytes do: those stop at each first letter.
const traceOrPath = /rds[-_](?:cluster|aurora|activity_stream|das-)|"\.\.?\//

/** What the tool is told in comments begins with its name. */
export const holdsInstruction = (content: Uint8Array): boolean =>
  Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes('tf-das-lint:')

const nothing: ByteScan = { touchesAurora: false, relativePaths: [], encoding: 'utf-8' }

export const scanBytes = (content: Uint8Array): ByteScan => {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (isUtf16(bytes)) return { ...nothing, encoding: 'utf-16' }
  // A character for each byte: what is searched for is ASCII, and nothing needs to be decoded.
  const text = bytes.toString('latin1')
  if (!traceOrPath.test(text)) return nothing
  return {
    touchesAurora: trace.test(text),
    relativePaths: text.includes('module') ? quotedRelativePaths(bytes) : [],
    encoding: 'utf-8',
  }
}

// Whether the quotes belong to a `source`, a comment or a heredoc does not matter: a path too many makes a directory
// be parsed in vain, one too few would lose a cluster.
const quotedRelativePaths = (bytes: Buffer): readonly string[] => {
  const paths = new Set<string>()
  for (const [, path] of bytes.toString('utf8').matchAll(/"(\.\.?\/[^"\n]*)"/g)) if (path) paths.add(path)
  return [...paths]
}

/** By its byte order mark, or by the zero that is half of every ASCII character: with one of those, all files begin. */
export const isUtf16 = ([first, second]: Uint8Array): boolean => {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return second !== undefined && (first === 0) !== (second === 0)
}
