import { type JsonValue, readJson } from '../hcl/json-reader.js'
import { scannerOf } from '../hcl/scanner.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { FileSystem } from '../source/file-system.js'
import { decodeSource, type SourceFile } from '../source/source-file.js'
import type { LocatedJson } from './located-json.js'
import { type Read, read, wrong } from './read.js'
import { readYaml } from './yaml-document.js'

/** Reads a JSON file, or a YAML file where its name does not say JSON. */
export const readDocument = async (fileSystem: FileSystem, file: string): Promise<Read<LocatedJson>> => {
  const source = readSource(fileSystem, file)
  if (source.kind === 'wrong') return source
  const document = file.endsWith('.json') ? readJsonText(source.value) : await readYaml(source.value)
  return document.kind === 'wrong' ? document : read({ source: source.value, root: document.value })
}

const readSource = (fileSystem: FileSystem, file: string): Read<SourceFile> => {
  let bytes: Uint8Array
  try {
    bytes = fileSystem.read(file)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return wrong({ file, message: `${file} ${unreadable(error)}` })
  }
  const source = decodeSource(file, bytes)
  if (!source.faithful) return wrong({ file, message: `${file} is not UTF-8` })
  if (/^\s*$/.test(source.text)) return wrong({ file, message: `${file} is empty` })
  return read(source)
}

const unreadable = (error: NodeJS.ErrnoException): string => {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'does not exist'
    case 'EISDIR':
      return 'is a directory'
    case 'EACCES':
    case 'EPERM':
      return 'cannot be read: no permission'
    default:
      return `cannot be read: ${error.message}`
  }
}

const readJsonText = (source: SourceFile): Read<JsonValue> => {
  const scanner = scannerOf(source)
  const root = readJson(scanner)
  if (root && scanner.diagnostics.length === 0) return read(root)
  return { kind: 'wrong', diagnostics: scanner.diagnostics.map(inOurWords) }
}

/** The reader is that of `.tf.json`, and says what would be right there. */
const inOurWords = (diagnostic: Diagnostic): Diagnostic => {
  const { source, span, message } = diagnostic
  const written = source && span ? source.text.slice(span.start, span.start + 2) : ''
  if (/^(?:\/[/*]|#)/.test(written)) {
    return { ...diagnostic, message: 'JSON has no comments', hint: 'YAML has: the same can stand in a .yaml file' }
  }
  if (!message.startsWith('expected a JSON value;')) return diagnostic
  return { ...diagnostic, message: 'expected a JSON value', hint: 'text stands in double quotes' }
}
