import type { ScalarTag } from 'yaml'
import { isNestedTooDeeply } from '../source/yaml-nesting.js'

/** `yes` and `off` are words in today's YAML, and booleans in the one that Terraform reads. */
const BOOLEAN: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:y|yes|on|true|n|no|off|false)$/i,
  resolve: (text) => /^(?:y|on|t)/i.test(text),
}

/** Loads what reads YAML as Terraform's `yamldecode` does. */
export const loadYaml = async (): Promise<(text: string) => unknown> => {
  const { isCollection, isScalar, parseDocument, visit } = await import('yaml')
  return (text) => {
    if (isNestedTooDeeply(text)) throw new Error('it is nested too deeply')
    const document = parseDocument(text, { merge: true, customTags: (tags) => [BOOLEAN, ...tags], logLevel: 'error' })
    const [error] = document.errors
    if (error) throw error
    if (document.contents === null) throw new Error('there is no document')
    visit(document, {
      Pair: (_, { key }) => {
        if (isCollection(key) || (isScalar(key) && key.value === null)) throw new Error('a key is no text')
      },
    })
    return document.toJS({ maxAliasCount: 100 })
  }
}
