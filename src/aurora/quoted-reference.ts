/** A reference that somebody put in quotes: `"aws_kms_key.main.arn"`, `"var.key"`, `"$${aws_kms_key.main.arn}"`. */
export interface QuotedReference {
  /** The reference without what was wrapped around it. */
  readonly text: string
  /** The resource type, or `var`, `local`, `module`, `each`. */
  readonly type: string
  readonly mode: 'managed' | 'data'
  /** Within its module: `aws_kms_key.main`, `data.aws_kms_key.main`, `var.key`, `module.kms`. */
  readonly address: string
  readonly name: string
  /** `[0]`, `["a"]`, as written. */
  readonly index: string
  /** What follows the name: `arn`. */
  readonly attribute: string | undefined
}

const WRAPPERS = /^\s*(?:\$?\{\s*(.*?)\s*\}|\$\((.*?)\)|<(.*?)>|\$(\w.*))\s*$/s
const RESOURCE =
  /^(data\.)?([a-z][a-z0-9]*_[a-z0-9_]+)\.([\p{L}_][\p{L}\p{N}_-]*)(\[[^\]]+\])?(?:\.(?:\d+\.)?([a-z_]\w*))?$/u
const NAMED = /^(var|local|module|each)\.([\p{L}_][\p{L}\p{N}_-]*)(\[[^\]]+\])?(?:\.([\p{L}_][\p{L}\p{N}_-]*))?$/u

export const parseQuotedReference = (literal: string): QuotedReference | undefined => {
  const wrapped = WRAPPERS.exec(literal)
  const text = (wrapped?.slice(1).find((group) => group !== undefined) ?? literal).trim()
  const resource = RESOURCE.exec(text)
  if (resource) {
    const [, data = '', type = '', name = '', index = '', attribute] = resource
    return { text, type, mode: data ? 'data' : 'managed', address: `${data}${type}.${name}`, name, index, attribute }
  }
  const named = NAMED.exec(text)
  if (!named) return undefined
  const [, type = '', name = '', index = '', attribute] = named
  return { text, type, mode: 'managed', address: `${type}.${name}`, name, index, attribute }
}
