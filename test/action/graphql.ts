/** So much of GraphQL as one needs to ask GitHub about a pull request, checked against its published schema. */
import schema from './github-graphql.json' with { type: 'json' }

interface Field {
  readonly name: string
  readonly args: ReadonlyMap<string, string>
  readonly fields: readonly Field[]
}

type FieldType = { readonly type: string; readonly args: Readonly<Record<string, string>> }
type Types = Readonly<Record<string, Readonly<Record<string, FieldType>>>>

const types: Types = schema.types
const TYPENAME: FieldType = { type: 'String!', args: {} }

/** Answers a question from an object that holds values, and functions for fields with arguments; throws where the schema has no such field. */
export const answer = (query: string, variables: Readonly<Record<string, unknown>>, root: object): unknown => {
  const { declared, fields } = parse(query)
  for (const [name, type] of declared) accept(type, variables[name] ?? null, `$${name}`)
  for (const name of Object.keys(variables)) if (!declared.has(name)) throw new Error(`$${name} is not declared`)
  return select('Query', fields, root, { declared, variables })
}

interface Given {
  readonly declared: ReadonlyMap<string, string>
  readonly variables: Readonly<Record<string, unknown>>
}

const select = (type: string, fields: readonly Field[], from: object, given: Given): object =>
  Object.fromEntries(
    fields.map((field) => {
      const known = field.name === '__typename' ? TYPENAME : types[type]?.[field.name]
      if (!known) throw new Error(`${type} has no field ${field.name}`)
      const args = argumentsOf(field, known, given)
      const held: unknown = Reflect.get(from, field.name)
      return [field.name, shaped(known.type, field, typeof held === 'function' ? held(args) : held, given)]
    }),
  )

const argumentsOf = (field: Field, known: FieldType, { declared, variables }: Given) => {
  const args: Record<string, unknown> = {}
  for (const [name, text] of field.args) {
    const type = known.args[name]
    if (type === undefined) throw new Error(`${field.name} has no argument ${name}`)
    const variable = text.startsWith('$') ? text.slice(1) : undefined
    const declaredType = variable === undefined ? undefined : declared.get(variable)
    if (variable !== undefined && declaredType?.replace('!', '') !== type.replace('!', '')) {
      throw new Error(`${text} is ${declaredType}, and ${field.name}(${name}) ${type}`)
    }
    if (type.endsWith('!') && declaredType !== undefined && !declaredType.endsWith('!')) {
      throw new Error(`${text} may be null, and ${field.name}(${name}) may not`)
    }
    args[name] = variable === undefined ? JSON.parse(text) : variables[variable]
    accept(type, args[name] ?? null, `${field.name}(${name})`)
  }
  for (const [name, type] of Object.entries(known.args)) {
    if (type.endsWith('!') && !field.args.has(name)) throw new Error(`${field.name} needs the argument ${name}`)
  }
  return args
}

/** A value of the type that the schema says, for it is what GitHub would send. */
const shaped = (type: string, field: Field, value: unknown, given: Given): unknown => {
  if (value === null || value === undefined) {
    if (type.endsWith('!')) throw new Error(`${field.name} is never null`)
    return null
  }
  const bare = type.replace(/!$/, '')
  if (bare.startsWith('['))
    return (value as readonly unknown[]).map((item) => shaped(bare.slice(1, -1), field, item, given))
  if (!(bare in types)) {
    if (field.fields.length > 0) throw new Error(`${field.name} is ${bare} and has no fields`)
    return accept(bare, value, field.name)
  }
  if (field.fields.length === 0) throw new Error(`${field.name} is ${bare}: which of its fields?`)
  return select(bare, field.fields, value as object, given)
}

const accept = (type: string, value: unknown, what: string): unknown => {
  if (value === null) {
    if (type.endsWith('!')) throw new Error(`${what} is ${type}, and null`)
    return value
  }
  const kinds: Readonly<Record<string, string>> = { Int: 'number', Boolean: 'boolean' }
  const expected = kinds[type.replace(/!$/, '')] ?? 'string'
  if (typeof value !== expected) throw new Error(`${what} is ${type}, and ${JSON.stringify(value)} is none`)
  return value
}

const TOKEN = /[{}():!$[\]]|[\w]+|"[^"]*"/g

const parse = (
  query: string,
): { readonly declared: ReadonlyMap<string, string>; readonly fields: readonly Field[] } => {
  const tokens = query.match(TOKEN) ?? []
  let at = 0
  const next = (): string => tokens[at++] ?? ''
  const expect = (token: string): void => {
    const found = next()
    if (found !== token) throw new Error(`${JSON.stringify(found)} where ${token} is expected`)
  }
  const type = (): string => {
    let text = next()
    while (tokens[at] === '!') text += next()
    return text
  }
  const fields = (): readonly Field[] => {
    const found: Field[] = []
    expect('{')
    while (tokens[at] !== '}') {
      const name = next()
      const args = new Map<string, string>()
      if (tokens[at] === '(') {
        next()
        while (tokens[at] !== ')') {
          const argument = next()
          expect(':')
          args.set(argument, tokens[at] === '$' ? next() + next() : next())
        }
        next()
      }
      found.push({ name, args, fields: tokens[at] === '{' ? fields() : [] })
    }
    expect('}')
    return found
  }
  expect('query')
  const declared = new Map<string, string>()
  expect('(')
  while (tokens[at] !== ')') {
    expect('$')
    const name = next()
    expect(':')
    declared.set(name, type())
  }
  next()
  const all = fields()
  if (at !== tokens.length) throw new Error(`${JSON.stringify(tokens[at])} behind the end`)
  return { declared, fields: all }
}
