/** GitHub's published description of its REST API, as a judge of requests and answers. */
import { Ajv, type ValidateFunction } from 'ajv'
import description from './github-openapi.json' with { type: 'json' }

type Json = Readonly<Record<string, unknown>>

interface Operation {
  readonly parameters?: readonly Json[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, Json>>
}

type Content = Readonly<Record<string, { readonly schema: Json }>>

export interface Exchange {
  readonly method: string
  /** Below the API's root, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
  readonly status: number
  readonly answer: unknown
}

/** What of an exchange is not as GitHub describes it, a sentence each. */
export const complaintsAbout = (exchange: Exchange): readonly string[] => {
  const { method, path } = exchange
  const found = operationOf(method, path)
  if (!found) return [`${method} ${path} is no operation that GitHub describes`]
  return [
    ...parameterComplaints(exchange, found),
    ...bodyComplaints(exchange, found),
    ...answerComplaints(exchange, found),
  ].map((complaint) => `${method} ${path}: ${complaint}`)
}

interface Found {
  readonly template: string
  readonly operation: Operation
  readonly values: Readonly<Record<string, string>>
}

const operationOf = (method: string, path: string): Found | undefined => {
  for (const [template, methods] of Object.entries(description.paths)) {
    const operation = Object.entries(methods).find(([name]) => name.toUpperCase() === method)?.[1]
    const pattern = template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
    const match = new RegExp(`^${pattern}$`).exec(path)
    if (operation && match)
      return { template, operation: operation as unknown as Operation, values: match.groups ?? {} }
  }
  return undefined
}

const parameterComplaints = ({ query }: Exchange, { operation, values }: Found): readonly string[] => {
  const parameters = (operation.parameters ?? []).map(resolved)
  const complaints: string[] = []
  for (const [name, value] of [...Object.entries(values), ...query]) {
    const parameter = parameters.find((each) => each.name === name)
    const schema = parameter?.schema as Json | undefined
    if (!schema) complaints.push(`the parameter ${name} is not described`)
    else complaints.push(...check(schema, schema.type === 'integer' ? Number(value) : value, `parameter ${name}`))
  }
  return complaints
}

const bodyComplaints = ({ body }: Exchange, { operation, template }: Found): readonly string[] => {
  const { requestBody } = operation
  const schema = requestBody?.content['application/json']?.schema
  if (body === undefined) return requestBody?.required ? ['the body is missing'] : []
  // GitHub ignores what it does not know: so would a misspelt property be.
  return schema ? check(closed(schema), body, `body of ${template}`) : ['a body is not described']
}

const answerComplaints = ({ status, answer }: Exchange, { operation }: Found): readonly string[] => {
  const response = operation.responses[status]
  const content = response && (resolved(response).content as Content | undefined)
  if (response && !content) return answer === undefined ? [] : [`${status} has a body that is not described`]
  const schema = content?.['application/json']?.schema
  if (schema) return check(schema, answer, `answer ${status}`)
  // What any operation may answer, such as 401 and 429, is described once for all.
  if (status < 400) return [`the answer ${status} is not described`]
  return typeof answer === 'string'
    ? []
    : check({ $ref: '#/components/schemas/basic-error' }, answer, `answer ${status}`)
}

const resolved = (value: Json): Json => {
  const reference = value.$ref
  if (typeof reference !== 'string') return value
  let target: unknown = description
  for (const part of reference.slice(2).split('/')) target = (target as Json)[part]
  return target as Json
}

/** As JSON Schema says it: OpenAPI 3.0 has a word of its own for what may be null. */
const translated = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(translated)
  if (typeof value !== 'object' || value === null) return value
  const { nullable, ...rest } = value as Json
  const schema = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, translated(item)]))
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema
}

const closed = (value: unknown): Json => {
  const schema = Object.fromEntries(
    Object.entries(value as Json).map(([key, item]) => {
      if (key === 'properties') return [key, mapped(item as Json, closed)]
      return [key, key === 'items' ? closed(item) : item]
    }),
  )
  return schema.properties && !('additionalProperties' in schema) ? { ...schema, additionalProperties: false } : schema
}

const mapped = (object: Json, change: (value: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: {
    'date-time': (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text),
    uri: (text: string) => URL.canParse(text),
    email: /^[^@\s]+@[^@\s]+$/,
    int64: { type: 'number', validate: Number.isSafeInteger },
  },
})
ajv.addSchema({ components: translated(description.components) }, 'github')

const validators = new Map<string, ValidateFunction>()

const check = (schema: Json, value: unknown, what: string): readonly string[] => {
  const text = JSON.stringify(translated(schema)).replaceAll('"$ref":"#/', '"$ref":"github#/')
  const validate = validators.get(text) ?? ajv.compile(JSON.parse(text))
  validators.set(text, validate)
  if (validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    `${what}${instancePath} ${message} ${JSON.stringify(params)}`.trim(),
  )
}

/** The least that the description takes for such an object, for what a test says nothing about. */
export const sampleOf = (name: string): Json => sample({ $ref: `#/components/schemas/${name}` }) as Json

const sample = (value: Json): unknown => {
  const schema = resolved(value)
  if (schema.nullable === true) return null
  if (Array.isArray(schema.enum)) return schema.enum[0]
  for (const key of ['oneOf', 'anyOf', 'allOf']) {
    const [first] = (schema[key] as readonly Json[] | undefined) ?? []
    if (first) return sample(first)
  }
  switch (schema.type) {
    case 'integer':
    case 'number':
      return 1
    case 'boolean':
      return false
    case 'array':
      return []
    case 'string':
      return sampleText(schema.format)
    default: {
      const properties = (schema.properties ?? {}) as Readonly<Record<string, Json>>
      const required = (schema.required ?? []) as readonly string[]
      return Object.fromEntries(required.map((key) => [key, sample(properties[key] ?? {})]))
    }
  }
}

const sampleText = (format: unknown): string => {
  switch (format) {
    case 'date-time':
      return '2026-11-22T00:00:00Z'
    case 'uri':
      return 'https://github.test/'
    case 'email':
      return 'somebody@github.test'
    default:
      return ''
  }
}
