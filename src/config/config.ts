import { dirname, isAbsolute, join } from 'node:path/posix'
import configSchema from '../../schemas/config.schema.json' with { type: 'json' }
import type { Severity } from '../finding.js'
import type { Exemption } from '../lint/options.js'
import type { FileSystem } from '../source/file-system.js'
import { isDay } from '../suppression/day.js'
import { readDocument } from './document.js'
import { type LocatedJson, memberOf, plain } from './located-json.js'
import { type Read, read } from './read.js'
import { bySpan, type Mistake, mistakesIn } from './schema-errors.js'
import { config as validate } from './validators.js'

/** What a team says once for all its runs. */
export interface Config {
  /** Relative to the working directory. */
  readonly file: string
  readonly severities: ReadonlyMap<string, Severity | 'off'>
  readonly exemptions: readonly Exemption[]
  readonly failOn?: Severity | 'never'
  readonly strict?: boolean
  /** Relative to the working directory. */
  readonly baselineFile?: string
}

/** What `schemas/config.schema.json` allows. */
interface ConfigDocument extends Pick<Config, 'failOn' | 'strict'> {
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
  readonly exempt?: readonly Omit<Exemption, 'file'>[]
  /** Relative to the config's directory. */
  readonly baseline?: string
}

/** All that is wrong with it is told at once, each with its place. */
export const readConfig = async (fileSystem: FileSystem, file: string): Promise<Read<Config>> => {
  const document = await readDocument(fileSystem, file)
  if (document.kind === 'wrong') return document
  const mistakes = [...mistakesIn(document.value, validate, configSchema), ...impossibleDays(document.value)]
  if (mistakes.length > 0) return { kind: 'wrong', diagnostics: mistakes.sort(bySpan) }
  const { rules = {}, exempt = [], failOn, strict, baseline } = plain(document.value.root) as ConfigDocument
  return read({
    file,
    severities: new Map(Object.entries(rules)),
    exemptions: exempt.map((exemption) => ({ ...exemption, file })),
    ...(failOn !== undefined && { failOn }),
    ...(strict !== undefined && { strict }),
    ...(baseline !== undefined && { baselineFile: isAbsolute(baseline) ? baseline : join(dirname(file), baseline) }),
  })
}

/** What looks like a day and is none: the schema cannot know the calendar. */
const impossibleDays = ({ source, root }: LocatedJson): readonly Mistake[] => {
  const exempt = memberOf(root, 'exempt')?.value
  if (exempt?.kind !== 'array') return []
  return exempt.items.flatMap((item, index) => {
    const until = memberOf(item, 'until')?.value
    if (until?.kind !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(until.value) || isDay(until.value)) return []
    const message = `exempt[${index}].until is no day: there is no ${until.value}`
    return [{ severity: 'error', message, source, span: until.span }]
  })
}
