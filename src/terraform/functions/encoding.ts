import { known, list, mapping, unknown } from '../construct.js'
import type { Value } from '../value.js'
import { type Call, type FunctionTable, notEvaluated, pure, Refusal } from './definition.js'
import { decodedJson, decodeJson, encodeJson } from './json.js'

export const decodeUtf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Refusal('the content is not UTF-8')
  }
}

const fromBase64 = (text: string): Buffer => {
  const plain = text.replace(/[\r\n]/g, '')
  if (!/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(plain)) {
    throw new Refusal('not valid base64')
  }
  return Buffer.from(plain, 'base64')
}

/** As a form writes it: a blank is `+`, and only letters, digits and `-_.~` stay. */
const urlEncode = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')

const urlDecode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new Refusal('not valid URL encoding')
  }
}

/** Encodings by IANA's names that cost nothing here. */
const ENCODINGS: ReadonlyMap<string, BufferEncoding> = new Map([
  ['UTF-8', 'utf8'],
  ['UTF-16LE', 'utf16le'],
])

const encodeText = (text: string, encoding: string): string => {
  const name = encoding.toUpperCase()
  if (name === 'UTF-16BE') return Buffer.from(text, 'utf16le').swap16().toString('base64')
  const known = ENCODINGS.get(name)
  if (known === undefined) throw new Refusal(`the encoding ${encoding} is not known here`)
  return Buffer.from(text, known).toString('base64')
}

const decodeText = (text: string, encoding: string): string => {
  const bytes = fromBase64(text)
  const name = encoding.toUpperCase()
  if (name === 'UTF-16BE') return Buffer.from(bytes).swap16().toString('utf16le')
  const known = ENCODINGS.get(name)
  if (known === undefined) throw new Refusal(`the encoding ${encoding} is not known here`)
  return bytes.toString(known)
}

const decodeCsv = (text: string): Value => {
  const [header, ...rows] = csvRows(text)
  if (header === undefined) throw new Refusal('the header is missing')
  if (new Set(header).size !== header.length) throw new Refusal('a column is named twice')
  return list(
    'list',
    rows.map((row) => {
      if (row.length !== header.length) throw new Refusal('a row has another number of columns than the header')
      return mapping(
        'object',
        header.map((name, at) => [name, known(row[at] ?? '')]),
      )
    }),
  )
}

/** RFC 4180; empty lines do not count. */
const csvRows = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y
  let row: string[] = []
  while (field.lastIndex < text.length || row.length > 0) {
    const match = field.exec(text)
    if (match === null) throw new Refusal('not valid CSV')
    const [, quoted, plain = '', end] = match
    const blank = quoted === undefined && plain === '' && row.length === 0 && end !== ','
    if (!blank) row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"').replaceAll('\r\n', '\n'))
    if (end === ',') continue
    if (row.length > 0) rows.push(row)
    row = []
    if (end === '') break
  }
  return rows
}

/** By the reader that the context has; a context without one is told that it would have been of use. */
const decodeYaml = (call: Call): Value =>
  pure(['string'], (text) => {
    const read = call.context.yaml?.()
    if (!read) return unknown('yamldecode() is not evaluated')
    try {
      return decodedJson(read(text))
    } catch {
      throw new Refusal('not valid YAML')
    }
  }).apply(call)

export const encoding: FunctionTable = {
  base64decode: pure(['string'], (text) => decodeUtf8(fromBase64(text))),
  base64encode: pure(['string'], (text) => Buffer.from(text).toString('base64')),
  base64gzip: notEvaluated(1, 1),
  csvdecode: pure(['string'], decodeCsv),
  jsondecode: pure(['string'], decodeJson),
  jsonencode: pure(['value'], encodeJson),
  textdecodebase64: pure(['string', 'string'], decodeText),
  textencodebase64: pure(['string', 'string'], encodeText),
  urldecode: pure(['string'], urlDecode),
  urlencode: pure(['string'], urlEncode),
  yamldecode: { arity: [1, 1], sees: 'plain', apply: decodeYaml },
  yamlencode: notEvaluated(1, 1),
}
