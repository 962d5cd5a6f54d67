import type { Options } from 'yargs'
import { formats } from '../report/reporter.js'
import { thresholds } from './exit-code.js'

export const colors = ['auto', 'always', 'never'] as const

/** A single value; a second one is a mistake. */
const value = (describe: string, rest: Options = {}): Options => ({
  ...rest,
  string: true,
  requiresArg: true,
  describe,
})
const flag = (describe: string, rest: Options = {}): Options => ({ ...rest, boolean: true, describe })

/** The options of the lint command, in the order of the help. */
export const options = {
  format: value(`what goes to stdout: ${formats.join(', ')} (default: text)`),
  output: value('a further report to a file, F=FILE; repeatable'),
  only: value('rules to run, by id; repeatable, comma lists'),
  skip: value('rules to leave out, by id; repeatable, comma lists'),
  'fail-on': value(`exit with 1 from this severity on: ${thresholds.join(', ')} (default: warning)`),
  strict: flag('count what cannot be decided before the apply like a violation'),
  var: value('a variable, NAME=VALUE; repeatable'),
  'var-file': value('a file of variables; repeatable'),
  source: value('the configuration behind a plan: findings then point at its lines'),
  color: value(`${colors.join(', ')} (default: auto); also NO_COLOR, FORCE_COLOR`),
  quiet: flag('findings alone, without the closing lines', { alias: 'q' }),
  stats: flag('what was read, and how long it took, on stderr'),
  help: flag('show this help', { alias: 'h' }),
  version: flag('show the version', { alias: 'V' }),
} satisfies Readonly<Record<string, Options>>
