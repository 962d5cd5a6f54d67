import type { Options } from 'yargs'
import { name } from '../project.js'
import { UserError } from '../source/diagnostic.js'
import { didYouMean } from '../source/nearest-name.js'
import { allOptions, type Command, commands, safeties } from './options.js'

/** An option as it stands on the command line. */
interface Written {
  /** With its dashes. */
  readonly option: string
  /** Behind `=`, or the next argument where the option takes one. */
  readonly value: string | undefined
  /** The indexes of what it consists of. */
  readonly at: readonly number[]
}

/** The options in the order of the command line, whatever the parser makes of them. */
export function* writtenOptions(argv: readonly string[]): Generator<Written> {
  for (let at = 0; at < argv.length && argv[at] !== '--'; at += 1) {
    const [, option, attached] = /^(--[^=]+|-[^-=]+)(?:=(.*))?$/s.exec(argv[at] ?? '') ?? []
    if (option === undefined) continue
    const separate = attached === undefined && takesValue(option)
    yield { option, value: separate ? argv[at + 1] : attached, at: separate ? [at, at + 1] : [at] }
    if (separate) at += 1
  }
}

const takesValue = (option: string): boolean =>
  Object.entries<Options>(allOptions).some(([name, { requiresArg }]) => option === `--${name}` && requiresArg === true)

const isFlag = (option: string): boolean =>
  Object.entries<Options>(allOptions).some(([name, { boolean, alias }]) => {
    const isNamed = option === `--${name}` || (typeof alias === 'string' && option === `-${alias}`)
    return isNamed && boolean === true
  })

/** Not left to the parser, which knows no nearest name, and trips over names such as `--constructor`. */
export const refuseUnknown = (command: Command, argv: readonly string[]): void => {
  const ours: Readonly<Record<string, Options>> = commands[command]
  const known = Object.keys(ours).map((option) => `--${option}`)
  const letters = Object.values(ours).flatMap(({ alias }) => (typeof alias === 'string' ? [alias] : []))
  const program = command === 'lint' ? name : `${name} ${command}`
  for (const { option, value } of writtenOptions(argv)) {
    if (value !== undefined && !['true', 'false'].includes(value) && isFlag(option)) {
      throw new UserError(`${option} takes no value; not ${JSON.stringify(value)}`)
    }
    const fine = option.startsWith('--')
      ? known.includes(option)
      : [...option.slice(1)].every((letter) => letters.includes(letter))
    if (fine) continue
    const meant = didYouMean(option.replace(/^-+/, '--'), known)
    throw new UserError(
      `unknown option ${option}${command === 'lint' ? '' : ` of ${program}`}`,
      meant ?? `${program} --help lists the options`,
    )
  }
}

/** `--fix` alone means `--fix=safe`; the parser would take the next argument for its value. */
export const withFixValue = (argv: readonly string[]): readonly string[] => {
  const bare = [...writtenOptions(argv)].flatMap(({ option, value, at }) =>
    option === '--fix' && value === undefined ? at : [],
  )
  return argv.map((argument, at) => (bare.includes(at) ? `--fix=${safeties[0]}` : argument))
}
