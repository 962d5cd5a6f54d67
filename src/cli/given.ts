import { normalize } from 'node:path'
import { name } from '../project.js'
import { UserError } from '../source/diagnostic.js'
import { didYouMean } from '../source/nearest-name.js'
import type { Command, Option } from './options.js'

/** The parser's result, read with the checks that it does not make. */
export class Given {
  readonly #command: Command
  readonly #parsed: Readonly<Record<string, unknown>>

  constructor(command: Command, parsed: Readonly<Record<string, unknown>>) {
    this.#command = command
    this.#parsed = parsed
  }

  /** All that is no option: paths, or ids of rules. */
  operands(): readonly string[] {
    return [this.#parsed._, this.#parsed['--']].flatMap((list) => (Array.isArray(list) ? list.map(String) : []))
  }

  has(option: Option): boolean {
    return this.#parsed[option] !== undefined
  }

  flag(option: Option): boolean {
    const value = this.#parsed[option]
    return Array.isArray(value) ? value.at(-1) === true : value === true
  }

  values(option: Option): readonly string[] {
    const value = this.#parsed[option]
    const values = value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)]
    if (values.includes('')) throw new UserError(`--${option} needs a value`)
    return values
  }

  value(option: Option): string | undefined {
    const values = this.values(option)
    if (values.length > 1) throw new UserError(`--${option} is given more than once`)
    return values[0]
  }

  choice<const T extends string, const F extends T | undefined>(
    option: Option,
    allowed: readonly T[],
    fallback: F,
  ): T | F {
    const value = this.value(option)
    const subject = this.#command === 'lint' ? `--${option}` : `--${option} of ${name} ${this.#command}`
    return value === undefined ? fallback : oneOf(subject, value, allowed)
  }
}

export const oneOf = <const T extends string>(subject: string, value: string, allowed: readonly T[]): T => {
  const found = allowed.find((each) => each === value)
  if (found !== undefined) return found
  throw new UserError(`${subject} is ${allowed.join(', ')}; not ${JSON.stringify(value)}`, didYouMean(value, allowed))
}

/** The ids of one option; one that names none is a mistake, or `--only ""` from an empty variable would mean all rules. */
export const list = (option: string, values: readonly string[]): readonly string[] =>
  values.flatMap((value) => {
    const items = value.split(',').flatMap((item) => item.trim() || [])
    if (items.length === 0) throw new UserError(`--${option} needs a value`)
    return items
  })

export const outputs = <const T extends string>(
  values: readonly string[],
  formats: readonly T[],
  example: string,
): readonly { readonly format: T; readonly path: string }[] => {
  const paths = new Set<string>()
  return values.map((value) => {
    const [, format, path] = /^([^=]*)=(.+)$/s.exec(value) ?? []
    if (format === undefined || path === undefined) {
      throw new UserError(`--output is FORMAT=FILE; not ${JSON.stringify(value)}`, `such as --output ${example}`)
    }
    if (paths.has(normalize(path))) throw new UserError(`two reports go to ${path}`)
    paths.add(normalize(path))
    return { format: oneOf("--output's format", format, formats), path }
  })
}
