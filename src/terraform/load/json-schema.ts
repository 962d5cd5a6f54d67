import type { JsonBlockSchema } from '../../hcl/index.js'

const block = (labels: number, blocks: Readonly<Record<string, JsonBlockSchema>> = {}): JsonBlockSchema => ({
  labels,
  blocks: new Map(Object.entries(blocks)),
})

const resource = block(2, {
  lifecycle: block(0, { precondition: block(0), postcondition: block(0), action_trigger: block(0) }),
  provisioner: block(1, { connection: block(0) }),
  connection: block(0),
  dynamic: block(1, { content: block(0) }),
})

/**
 * What Terraform's language makes blocks in a configuration file of JSON syntax. The blocks of a provider's own schema are
 * not among them: see `contentOf`.
 */
export const configurationSchema = block(0, {
  resource,
  data: resource,
  ephemeral: resource,
  module: block(1),
  variable: block(1, { validation: block(0) }),
  output: block(1, { precondition: block(0) }),
  provider: block(1),
  locals: block(0),
  terraform: block(0, { required_providers: block(0), backend: block(1), cloud: block(0), provider_meta: block(1) }),
  moved: block(0),
  import: block(0),
  removed: block(0, { lifecycle: block(0) }),
  check: block(1, { data: resource, assert: block(0) }),
})

/** A values file has arguments alone. */
export const valuesSchema = block(0)
