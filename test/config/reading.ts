import type { Config } from '../../src/config/config.js'
import type { Read } from '../../src/config/read.js'
import { readConfig } from '../../src/config/reader.js'
import type { Diagnostic } from '../../src/source/diagnostic.js'
import { memoryFileSystem, type Planted } from '../terraform/load/memory-file-system.js'

export const reading = (file: string, content: Planted): Promise<Read<Config>> =>
  readConfig(memoryFileSystem({ [file]: content }), file)

export const configOf = async (file: string, content: Planted): Promise<Config> => {
  const outcome = await reading(file, content)
  if (outcome.kind === 'wrong') throw new Error(outcome.diagnostics.map(told).join('\n'))
  return outcome.value
}

/** `line:column message (hint)` of each mistake. */
export const mistakesIn = async (file: string, content: Planted): Promise<readonly string[]> => {
  const outcome = await reading(file, content)
  return outcome.kind === 'wrong' ? outcome.diagnostics.map(told) : []
}

export const told = ({ source, span, message, hint }: Diagnostic): string => {
  const { line, column } = (span && source?.position(span.start)) ?? { line: 0, column: 0 }
  return `${source && span ? `${line}:${column} ` : ''}${message}${hint === undefined ? '' : ` (${hint})`}`
}
