import type { Diagnostic } from '../source/diagnostic.js'
import type { RandomAccess } from '../source/file-system.js'
import { JsonFile, systemErrorCode } from './json-file.js'
import { JsonReader, MalformedJson } from './json-reader.js'

/** What a file is by its content, its name aside. */
export type Recognition =
  | {
      readonly kind: Readable
      /** Where the JSON begins, in bytes: behind a BOM, or behind what a wrapper printed before it. */
      readonly start: number
      readonly diagnostics: readonly Diagnostic[]
    }
  | {
      readonly kind: Unplanned
      /** What it is, and what to do instead. */
      readonly diagnostic: Diagnostic
    }

/** A plan, or what is deployed: a state as `terraform show -json` prints it and as Terraform keeps it, the clusters that AWS lists. */
export type Readable = 'plan' | 'state' | 'raw-state' | 'aws-clusters'

/** What can be read as none of these. */
export type Unplanned =
  | 'binary-plan'
  | 'text-plan'
  | 'plan-log'
  | 'encrypted'
  | 'findings'
  | 'compressed'
  | 'utf-16'
  | 'truncated'
  | 'other-json'
  | 'other'
  | 'empty'
  | 'unreadable'

/** How far we look for JSON behind a wrapper's output. */
const HEAD_BYTES = 1024 * 1024

const SHOW_PLAN = 'terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json'

/** Looks at as much of a file as it takes to tell what it is. Closes nothing, never throws. */
export const recognise = (access: RandomAccess, path: string): Recognition => {
  const file = new JsonFile(access, path)
  const unplanned = (kind: Unplanned, message: string, hint?: string): Recognition => ({
    kind,
    diagnostic: { severity: 'error', message, ...(hint === undefined ? {} : { hint }), file: path },
  })
  try {
    const head = readHead(file)
    const bom = head.length >= 3 && head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0
    const text = head.toString('latin1', bom)
    if (/^\s*$/.test(text) && head.length < HEAD_BYTES)
      return unplanned('empty', 'this file is empty', `for a plan, run: ${SHOW_PLAN}`)
    if (text.startsWith('PK\x03\x04')) {
      return unplanned('binary-plan', 'this looks like a binary plan', `run: ${showing(path)}`)
    }
    if (text.startsWith('\x1f\x8b')) return unplanned('compressed', 'this is compressed by gzip', 'decompress it')
    if (isUtf16(head)) {
      const hint = 'save it as UTF-8; in PowerShell, write with: | Out-File -Encoding utf8 plan.json'
      return unplanned('utf-16', 'this is UTF-16, but only UTF-8 is read', hint)
    }

    const leading = text.search(/\S/)
    const prefixed = text.search(PLAN_START)
    const json = JSON_START.test(text.slice(leading, leading + 100))
    if (prefixed === -1 && !json) {
      return TEXT_PLAN.test(text)
        ? unplanned('text-plan', 'this is a plan as text, not as JSON', `run: ${SHOW_PLAN}`)
        : unplanned('other', 'this is neither a Terraform plan nor JSON', `for a plan, run: ${SHOW_PLAN}`)
    }
    const start = json ? leading : prefixed

    const found = recogniseObject(new JsonReader(file, bom + start))
    switch (found.kind) {
      case 'plan':
      case 'state':
      case 'raw-state':
      case 'aws-clusters':
        if (start !== leading) {
          const what = found.kind === 'plan' ? 'the plan' : 'the JSON'
          file.report(
            'warning',
            `${what} is preceded by other output, up to byte ${bom + start}`,
            'write the output of terraform show -json alone to the file (setup-terraform: terraform_wrapper: false)',
          )
        }
        return { kind: found.kind, start: bom + start, diagnostics: file.diagnostics }
      case 'plan-log':
        return unplanned(found.kind, 'this is the log of terraform plan -json, not the plan', `run: ${SHOW_PLAN}`)
      case 'encrypted':
        return unplanned(found.kind, 'this is encrypted by OpenTofu', 'run: tofu show -json FILE > plan.json')
      case 'findings':
        return unplanned(found.kind, 'this holds findings: it is no plan', 'a baseline is named by --baseline FILE')
      case 'other-json':
        return unplanned(
          found.kind,
          `this is JSON, but no Terraform plan: ${found.because}`,
          `for a plan, run: ${SHOW_PLAN}`,
        )
    }
  } catch (error) {
    if (!(error instanceof MalformedJson))
      return unplanned('unreadable', `this cannot be read: ${systemErrorCode(error)}`)
    return error.truncated
      ? unplanned('truncated', malformed(error), 'write it once more')
      : unplanned('other', malformed(error), `for a plan, run: ${SHOW_PLAN}`)
  }
}

/** The sentence for a document that is broken where the error says. */
export const malformed = (error: MalformedJson): string =>
  error.truncated
    ? `the JSON ends in the middle, at byte ${error.offset}`
    : `this is not valid JSON: ${error.message} was expected at byte ${error.offset}`

/** An object or an array; but not what wrappers and terminals begin a line with: `[command]`, `[0m`. */
const JSON_START = /^(?:\{|\[\s*(?:["{[\]]|-?\d+\s*[,\]]))/

/** What a plan begins with, as Terraform writes it or with its keys sorted. */
const PLAN_START = /\{\s*"(?:format_version|applyable|checks|configuration)"\s*:/

const TEXT_PLAN =
  /(?:Terraform|OpenTofu) (?:will perform the following actions|used the selected providers)|An execution plan has been generated|No changes\. (?:Your i|I)nfrastructure/

/** The command that shows a binary plan, without writing over it. */
const showing = (path: string): string => {
  const file = /^[\w./][\w./@+-]*$/.test(path) ? path : 'FILE'
  return `terraform show -json ${file} > ${file.endsWith('plan.json') ? 'shown.json' : 'plan.json'}`
}

const readHead = (file: JsonFile): Buffer => {
  const head = Buffer.allocUnsafe(HEAD_BYTES)
  return head.subarray(0, file.read(head, 0))
}

/** By its byte order mark, or by the zero that is half of every ASCII character. */
const isUtf16 = (head: Buffer): boolean => {
  const [first, second] = head
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return first !== undefined && second !== undefined && (first === 0) !== (second === 0)
}

type Found =
  | { readonly kind: Readable | 'plan-log' | 'encrypted' | 'findings' }
  | { readonly kind: 'other-json'; readonly because: string }

/** Reads no further than to the first member that only one kind of document has. */
const recogniseObject = (reader: JsonReader): Found => {
  if (!reader.atObject()) return { kind: 'other-json', because: 'it is not an object' }
  const keys: string[] = []
  const marks: Exclude<Found['kind'], 'other-json'>[] = []
  reader.members((key) => {
    const mark = MARKS.get(key)
    if (mark !== undefined) marks.push(mark)
    keys.push(key)
    return mark === undefined ? undefined : 'stop'
  })
  const [kind] = marks
  if (kind !== undefined) return { kind }
  if (keys.includes('format_version') && keys.every((key) => EMPTY_STATE.has(key))) return { kind: 'state' }
  if (keys.length === 0) return { kind: 'other-json', because: 'it is an empty object' }
  const shown = keys.slice(0, 3).map((key) => JSON.stringify(key.slice(0, 40)))
  return { kind: 'other-json', because: `it has ${shown.join(', ')}` }
}

const MARKS: ReadonlyMap<string, Exclude<Found['kind'], 'other-json'>> = new Map([
  ['planned_values', 'plan'],
  ['resource_changes', 'plan'],
  ['resource_drift', 'plan'],
  ['output_changes', 'plan'],
  ['prior_state', 'plan'],
  ['configuration', 'plan'],
  ['values', 'state'],
  ['lineage', 'raw-state'],
  ['serial', 'raw-state'],
  ['DBClusters', 'aws-clusters'],
  ['@level', 'plan-log'],
  ['encrypted_data', 'encrypted'],
  ['findings', 'findings'],
] as const)

/** All that `terraform show -json` prints where there is nothing in the state. */
const EMPTY_STATE: ReadonlySet<string> = new Set(['format_version', 'terraform_version', 'checks'])
