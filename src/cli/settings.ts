import type { Config } from '../config/config.js'
import { findConfig } from '../config/find-config.js'
import { type Read, read } from '../config/read.js'
import type { LintOptions } from '../lint/options.js'
import type { FileSystem } from '../source/file-system.js'
import type { ConfigArgument, LintArguments } from './arguments.js'
import type { ExitOptions } from './exit-code.js'

/** What the command line and the config say together: the command line wins. */
export interface Settings extends ExitOptions {
  readonly lint: Pick<LintOptions, 'severities' | 'exemptions' | 'baseline'>
  /** What `--write-baseline` writes. */
  readonly baselineFile: string
}

const BASELINE = '.tf-das-lint-baseline.json'

/** Reads the config and the baseline, if there are any. All that is wrong with one is told at once, and nothing is linted. */
export const settingsOf = async (given: LintArguments, fileSystem: FileSystem): Promise<Read<Settings>> => {
  const config = await configOf(given.config, fileSystem)
  if (config.kind === 'wrong') return config
  const {
    severities,
    exemptions,
    failOn = 'warning',
    strict = false,
    baselineFile,
  }: Partial<Config> = config.value ?? {}
  const file = given.baseline ?? baselineFile
  // One that is written anew may be broken, or not there yet.
  const isRead = file !== undefined && !given.writeBaseline
  const baseline = isRead ? await (await reader()).readBaseline(fileSystem, file) : undefined
  if (baseline?.kind === 'wrong') return baseline
  return read({
    failOn: given.failOn ?? failOn,
    strict: given.strict ?? strict,
    lint: {
      ...(severities && { severities }),
      ...(exemptions && { exemptions }),
      ...(baseline && { baseline: baseline.value }),
    },
    baselineFile: file ?? BASELINE,
  })
}

/** Most runs need none of it. */
const reader = () => import('../config/reader.js')

const configOf = async (argument: ConfigArgument, fileSystem: FileSystem): Promise<Read<Config | undefined>> => {
  const file = fileOf(argument, fileSystem)
  if (file.kind === 'wrong') return file
  return file.value === undefined ? read(undefined) : (await reader()).readConfig(fileSystem, file.value)
}

const fileOf = (argument: ConfigArgument, fileSystem: FileSystem): Read<string | undefined> => {
  switch (argument.kind) {
    case 'search':
      return findConfig(fileSystem)
    case 'file':
      return read(argument.file)
    case 'none':
      return read(undefined)
    default:
      return argument satisfies never
  }
}
