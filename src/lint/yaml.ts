import type { ScalarTag } from 'yaml'

/** `yes` and `off` are words in today's YAML, and booleans in the one that Terraform reads. */
const BOOLEAN: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:y|yes|on|true|n|no|off|false)$/i,
  resolve: (text) => /^(?:y|on|t)/i.test(text),
}

/** Loads what reads YAML as Terraform's `yamldecode` does. */
export const loadYaml = async (): Promise<(text: string) => unknown> => {
  const { parseDocument } = await import('yaml')
  return (text) => {
    const document = parseDocument(text, { merge: true, customTags: (tags) => [BOOLEAN, ...tags] })
    const [error] = document.errors
    if (error) throw error
    if (document.contents === null) throw new Error('there is no document')
    return document.toJS({ maxAliasCount: 100 })
  }
}
