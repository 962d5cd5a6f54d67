import type { JsonValue } from '../hcl/json-reader.js'
import { name } from '../project.js'
import type { Diagnostic } from '../source/diagnostic.js'
import { didYouMean } from '../source/nearest-name.js'
import type { Span } from '../source/span.js'
import { type LocatedJson, memberOf, plain, repeatedMembers, valueAt } from './located-json.js'
import type { SchemaError, Validator } from './validators.js'

interface SchemaNode {
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, SchemaNode>>
}

/** Something wrong in a document, at its place. */
export type Mistake = Diagnostic & { readonly span: Span }

/** All that is wrong with a document: keys that stand twice, and what the schema does not allow. */
export const mistakesIn = (document: LocatedJson, validate: Validator, schema: SchemaNode): readonly Mistake[] => {
  const { source, root } = document
  const repeated = [...repeatedMembers(root)].map(
    ({ name }): Mistake => ({
      severity: 'error',
      message: `the key ${name.value} stands here twice`,
      hint: 'keep one of the two',
      source,
      span: name.span,
    }),
  )
  const errors = validate(plain(root)) ? [] : (validate.errors ?? [])
  return [
    ...repeated,
    ...errors.map((error): Mistake => {
      const path = stepsOf(error.instancePath)
      const place: Place = { path, value: valueAt(root, path) ?? root, rule: nodeAt(schema, error.schemaPath) }
      return { severity: 'error', source, ...explain(error, place) }
    }),
  ]
}

export const bySpan = (a: Mistake, b: Mistake): number => a.span.start - b.span.start

interface Place {
  readonly path: readonly string[]
  readonly value: JsonValue
  /** The part of the schema that the value does not fulfil. */
  readonly rule: SchemaNode
}

type Explanation = Pick<Diagnostic, 'message' | 'hint'> & { readonly span: Span }

const explain = ({ keyword, params, schemaPath }: SchemaError, { path, value, rule }: Place): Explanation => {
  const { span } = value
  const subject = path.length === 0 ? 'this file' : nameOf(path)
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty)
      return { ...unknownKey(key, path, rule), span: memberOf(value, key)?.name.span ?? span }
    }
    case 'required': {
      const key = String(params.missingProperty)
      return { message: `${subject} has no ${key}`, ...hintFrom(rule.properties?.[key]), span }
    }
    case 'enum':
      return { ...notOneOf(subject, value, (rule.enum ?? []).map(String), schemaPath === RULE), span }
    case 'type': {
      const message = `${subject} is ${TYPES.get(String(params.type)) ?? params.type}; not ${described(value)}`
      return { message, ...hintFrom(rule), span }
    }
    case 'minItems':
      return { message: `${subject} is empty`, ...hintFrom(rule), span }
    default: {
      const isBlank = value.kind === 'string' && value.value.trim() === ''
      const message = isBlank ? `${subject} is empty` : `${subject} cannot be ${described(value)}`
      return { message, ...hintFrom(rule), span }
    }
  }
}

/** Where the ids of the rules stand in the schema. */
const RULE = '#/definitions/rule/enum'
const LISTED = `${name} rules lists them`

const unknownKey = (key: string, path: readonly string[], rule: SchemaNode): Omit<Explanation, 'span'> => {
  const keys = Object.keys(rule.properties ?? {}).filter((each) => each !== '$schema')
  const where = path.length === 0 ? '' : ` in ${nameOf(path)}`
  const meant = didYouMean(key, keys)
  return path.join() === 'rules'
    ? { message: `there is no rule ${key}`, hint: meant ?? LISTED }
    : { message: `there is no key ${key}${where}`, hint: meant ?? `there are ${keys.join(', ')}` }
}

const notOneOf = (
  subject: string,
  value: JsonValue,
  allowed: readonly string[],
  isRule: boolean,
): Omit<Explanation, 'span'> => {
  const meant = value.kind === 'string' ? didYouMean(value.value, allowed) : undefined
  const list = allowed.join(', ')
  if (!isRule) return { message: `${subject} is ${list}; not ${described(value)}`, ...(meant && { hint: meant }) }
  const message = value.kind === 'string' ? `there is no rule ${value.value}` : `${subject} is the id of a rule`
  return { message, hint: meant ?? LISTED }
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['object', 'an object'],
  ['array', 'a list'],
  ['string', 'text'],
  ['boolean', 'true or false'],
])

const described = (value: JsonValue): string => {
  if (value.kind === 'object') return 'an object'
  if (value.kind === 'array') return 'a list'
  const written = JSON.stringify(value.value)
  return written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written
}

/** In characters: what is longer is cut in a message. */
const LONGEST = 100

const hintFrom = (rule: SchemaNode | undefined): { readonly hint?: string } =>
  rule?.description === undefined ? {} : { hint: rule.description.replace(/\.$/, '') }

/** `exempt[0].until` */
const nameOf = (path: readonly string[]): string =>
  path.reduce((name, step) => (/^\d+$/.test(step) ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`), '')

const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

/** Where the keyword that failed stands. */
const nodeAt = (schema: SchemaNode, pointer: string): SchemaNode =>
  stepsOf(decodeURIComponent(pointer))
    .slice(0, -1)
    .reduce<unknown>((node, step) => (node as Readonly<Record<string, unknown>>)[step], schema) as SchemaNode
