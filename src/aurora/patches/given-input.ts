import { argument, type NewArgument, type NewValue } from '../../edit/index.js'

/** What the call of a module is to give one of its inputs. */
export interface GivenInput {
  readonly name: string
  /** Of the object that the input is. */
  readonly attribute?: string | undefined
  readonly value: NewValue
}

/** Attributes of one object are one argument. */
export const argumentsOf = (all: readonly GivenInput[]): readonly NewArgument[] =>
  [...new Set(all.map(({ name }) => name))].flatMap((name) => {
    const own = all.filter((one) => one.name === name)
    const entries = own.flatMap(({ attribute, value }) => (attribute === undefined ? [] : [argument(attribute, value)]))
    if (entries.length > 0) return [argument(name, { kind: 'object', entries })]
    return own.slice(0, 1).map(({ value }) => argument(name, value))
  })
