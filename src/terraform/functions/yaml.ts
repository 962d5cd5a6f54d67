/**
 * The YAML that configurations are written in: mappings and sequences by indentation, scalars on one line, comments, and flow collections
 * that are JSON. Whatever else YAML has (anchors, tags, block scalars, several documents) is left to others.
 */
import { known, list, mapping } from '../construct.js'
import type { Value } from '../value.js'
import { Refusal } from './definition.js'
import { decodeJson } from './json.js'

interface Line {
  readonly indent: number
  readonly text: string
}

/** `undefined` for YAML beyond the subset, valid or not. */
export const decodeYaml = (text: string): Value | undefined => {
  const lines: Line[] = []
  for (const line of text.replace(/^((?:#.*)?\r?\n)*--- *\r?\n/, '').split(/\r?\n/)) {
    const content = line.trimStart()
    if (content === '' || content.startsWith('#')) continue
    if (/^(---|\.\.\.|%)/.test(line) || /^ *\t/.test(line)) return undefined
    lines.push({ indent: line.length - content.length, text: content.trimEnd() })
  }
  if (lines.length === 0) throw new Refusal('the document is empty')
  try {
    const reader = new Reader(lines)
    const value = reader.node(0)
    return reader.done ? value : undefined
  } catch (error) {
    if (error instanceof BeyondSubset) return undefined
    throw error
  }
}

class BeyondSubset extends Error {}

const KEY = /^("(?:[^"\\])*"|'[^']*'|[A-Za-z0-9_./][^:#{}[\],&*!|>'"%@`]*?):(?: +(.*))?$/
const DEEPEST = 100

class Reader {
  #lines: Line[]
  #at = 0

  constructor(lines: Line[]) {
    this.#lines = lines
  }

  get done(): boolean {
    return this.#at === this.#lines.length
  }

  node(depth: number): Value {
    const line = this.#lines[this.#at]
    if (line === undefined || depth > DEEPEST) throw new BeyondSubset()
    if (line.text === '-' || line.text.startsWith('- ')) return this.#sequence(line.indent, depth)
    if (KEY.test(line.text)) return this.#mapping(line.indent, depth)
    this.#at += 1
    return scalar(line.text)
  }

  #sequence(indent: number, depth: number): Value {
    const items: Value[] = []
    for (let line = this.#lines[this.#at]; line?.indent === indent; line = this.#lines[this.#at]) {
      if (line.text !== '-' && !line.text.startsWith('- ')) break
      const rest = line.text.slice(1).trimStart()
      if (rest === '' || rest.startsWith('#')) {
        this.#at += 1
        items.push(this.#nested(indent + 1, depth))
      } else {
        // What follows the dash begins a node of its own, indented to where it stands.
        this.#lines[this.#at] = { indent: indent + line.text.length - rest.length, text: rest }
        items.push(this.node(depth + 1))
      }
    }
    return list('tuple', items)
  }

  #mapping(indent: number, depth: number): Value {
    const entries = new Map<string, Value>()
    for (let line = this.#lines[this.#at]; line?.indent === indent; line = this.#lines[this.#at]) {
      const match = KEY.exec(line.text)
      if (match === null) break
      const key = scalar(match[1] ?? '')
      const name = key.kind === 'known' ? key.value : undefined
      if (typeof name !== 'string' || entries.has(name) || name === '<<') throw new BeyondSubset()
      const rest = match[2] ?? ''
      this.#at += 1
      if (rest !== '' && !rest.startsWith('#')) entries.set(name, scalar(rest))
      else {
        const next = this.#lines[this.#at]
        // A sequence may stand at the indentation of its key.
        const flush = next?.indent === indent && (next.text === '-' || next.text.startsWith('- '))
        entries.set(name, flush ? this.#sequence(indent, depth + 1) : this.#nested(indent + 1, depth))
      }
    }
    return mapping('object', entries)
  }

  /** The node that is indented by at least so much; null where there is none. */
  #nested(indent: number, depth: number): Value {
    const line = this.#lines[this.#at]
    return line !== undefined && line.indent >= indent ? this.node(depth + 1) : known(null)
  }
}

const scalar = (written: string): Value => {
  if (/^[[{]/.test(written)) return flow(written)
  const quoted = /^(?:"([^"\\]*)"|'((?:[^']|'')*)')(?:\s+#.*)?$/.exec(written)
  if (quoted !== null) return known(quoted[1] ?? (quoted[2] ?? '').replaceAll("''", "'"))
  const text = written.replace(/\s+#.*$/, '')
  if (/^[&*!|>'"%@`,\]}?]|^-(\s|$)|:(\s|$)|\t/.test(text)) throw new BeyondSubset()
  if (/^(~|null|Null|NULL)$/.test(text)) return known(null)
  if (/^(y|Y|yes|Yes|YES|on|On|ON|true|True|TRUE)$/.test(text)) return known(true)
  if (/^(n|N|no|No|NO|off|Off|OFF|false|False|FALSE)$/.test(text)) return known(false)
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return known(Number(text))
  // Numbers of other forms, and dates, are what libraries differ in.
  if (/^[-+.]?\d/.test(text) && !/[^\d.:+\-_eExXoTZ ]/.test(text)) throw new BeyondSubset()
  if (/^[-+]?\.(inf|nan)$/i.test(text) || text === '<<') throw new BeyondSubset()
  return known(text.normalize('NFC'))
}

const flow = (written: string): Value => {
  try {
    return decodeJson(written.replace(/\s+#[^"]*$/, ''))
  } catch {
    const items = /^\[([^[\]{}"'#&*!|>]*)\]$/.exec(written)?.[1]
    if (items === undefined || /:(\s|$)/.test(items)) throw new BeyondSubset()
    return list(
      'tuple',
      items.split(',').map((item) => scalar(item.trim())),
    )
  }
}
