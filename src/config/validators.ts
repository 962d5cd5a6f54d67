/** In the bundle, this file holds what it compiles: `.ci/bundle.mjs`. */
import { Ajv } from 'ajv'
import baselineSchema from '../../schemas/baseline.schema.json' with { type: 'json' }
import configSchema from '../../schemas/config.schema.json' with { type: 'json' }

/** What a schema does not allow, in the words of ajv. */
export interface SchemaError {
  /** JSON pointers: into the document, into the schema. */
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

export interface Validator {
  (document: unknown): boolean
  readonly errors?: readonly SchemaError[] | null
}

const ajv = new Ajv({ allErrors: true })

export const config: Validator = ajv.compile(configSchema)
export const baseline: Validator = ajv.compile(baselineSchema)
