/** A table of function calls with what real Terraform made of them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { known, list, mapping } from '../../../src/terraform/construct.js'
import { convert } from '../../../src/terraform/conversion.js'
import type { Value } from '../../../src/terraform/value.js'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * `call` is the function's name and its arguments. An array is a tuple, an object an object;
 * `{"$list": [..]}`, `{"$set": [..]}` and `{"$map": {..}}` are what Terraform's `tolist`, `toset` and `tomap` make.
 */
export interface Row {
  readonly call: readonly [name: string, ...args: Json[]]
  /** What `jsonencode` writes of the result. */
  readonly gives?: Json
  readonly fails?: true
}

const folder = fileURLToPath(new URL('.', import.meta.url))

export const tableNames = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()

export const readTable = (name: string): readonly Row[] => JSON.parse(readFileSync(join(folder, name), 'utf8'))

/** A row a line, so that a change of one is a change of one line. */
export const writeTable = (name: string, rows: readonly Row[]): void =>
  writeFileSync(join(folder, name), `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`)

const special = (value: Json): readonly [string, Json] | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const [entry, ...others] = Object.entries(value)
  return entry !== undefined && others.length === 0 && /^\$(list|set|map)$/.test(entry[0]) ? entry : undefined
}

export const terraformValue = (json: Json): Value => {
  if (typeof json !== 'object' || json === null) return known(typeof json === 'string' ? json.normalize('NFC') : json)
  const typed = special(json)
  if (typed !== undefined) {
    const kind = typed[0] === '$list' ? 'list' : typed[0] === '$set' ? 'set' : 'map'
    return convert(terraformValue(typed[1]), { kind, element: { kind: 'any' } })
  }
  if (Array.isArray(json)) return list('tuple', json.map(terraformValue))
  return mapping(
    'object',
    Object.entries(json).map(([key, value]) => [key, terraformValue(value)]),
  )
}

/** As `jsonencode` writes it; `undefined` where it is not known. */
export const jsonOf = (value: Value): Json | undefined => {
  switch (value.kind) {
    case 'known':
      return value.value
    case 'list': {
      const items = value.items.map(jsonOf)
      return items.some((item) => item === undefined) ? undefined : (items as Json[])
    }
    case 'mapping': {
      const entries = Array.from(value.entries, ([key, entry]) => [key, jsonOf(entry)] as const)
      return entries.some(([, entry]) => entry === undefined) ? undefined : (Object.fromEntries(entries) as Json)
    }
    default:
      return undefined
  }
}

/** HCL has fewer escapes than JSON. */
const spellString = (text: string): string =>
  JSON.stringify(text)
    .replace(/\\(?:[bf]|(.))/g, (sequence, kept: string | undefined) => {
      if (kept !== undefined) return sequence
      return sequence === '\\b' ? '\\u0008' : '\\u000c'
    })
    .replaceAll('${', () => '$${')
    .replaceAll('%{', '%%{')

const spell = (json: Json): string => {
  if (typeof json === 'string') return spellString(json)
  if (typeof json !== 'object' || json === null) return String(json)
  const typed = special(json)
  if (typed !== undefined) return `to${typed[0].slice(1)}(${spell(typed[1])})`
  if (Array.isArray(json)) return `[${json.map(spell).join(', ')}]`
  return `{ ${Object.entries(json)
    .map(([key, value]) => `${spell(key)} = ${spell(value)}`)
    .join(', ')} }`
}

export const spelled = ({ call: [name, ...args] }: Row): string => `${name}(${args.map(spell).join(', ')})`

/** The same rows with what the Terraform on this machine makes of them; `undefined` where there is none. */
export const askTerraform = (rows: readonly Row[]): readonly Row[] | undefined => {
  const directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-functions-'))
  try {
    // The console prints nothing but its last answer, so everything is asked at once; in base64, since it escapes its own way.
    const attempts = rows.map((row) => `try([${spelled(row)}], "failed")`)
    const console = spawnSync('terraform', ['console'], {
      cwd: directory,
      encoding: 'utf8',
      input: `base64encode(jsonencode([${attempts.join(', ')}]))\n`,
      maxBuffer: 1 << 28,
    })
    if (console.error !== undefined) return undefined
    const answer = console.stdout.split('\n').find((line) => line.startsWith('"'))
    if (answer === undefined) throw new Error(`terraform console: ${console.stdout}${console.stderr}`)
    const results: readonly Json[] = JSON.parse(Buffer.from(answer.slice(1, -1), 'base64').toString())
    return rows.map(({ call }, at) => {
      const result = results[at]
      return Array.isArray(result) ? { call, gives: result[0] } : { call, fails: true }
    })
  } finally {
    rmSync(directory, { recursive: true })
  }
}
