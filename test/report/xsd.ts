import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const schema = fileURLToPath(new URL('junit-10.xsd', import.meta.url))
/** What `.ci/tools/install` brings: libxml2's own validator, as WebAssembly. */
const brought = fileURLToPath(new URL('../../build/tools/node_modules/xmllint-wasm/index-node.js', import.meta.url))

/** What is wrong with a document; empty where nothing is. */
type Validator = (document: string) => Promise<string>

interface XmllintWasm {
  readonly validateXML: (given: {
    readonly xml: readonly { readonly fileName: string; readonly contents: string }[]
    readonly schema: readonly { readonly fileName: string; readonly contents: string }[]
  }) => Promise<{ readonly valid: boolean; readonly rawOutput: string }>
}

const asWebAssembly: Validator = async (document) => {
  const { validateXML } = createRequire(import.meta.url)(brought) as XmllintWasm
  const { valid, rawOutput } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: document }],
    schema: [{ fileName: 'junit-10.xsd', contents: readFileSync(schema, 'utf8') }],
  })
  return valid ? '' : rawOutput
}

const installed: Validator = async (document) => {
  const argv = ['--noout', '--nonet', '--schema', schema, '-']
  const { status, stderr } = spawnSync('xmllint', argv, { input: document, encoding: 'utf8' })
  return status === 0 ? '' : stderr
}

/** By libxml2, where `.ci/tools/install` was run or `xmllint` is installed. */
export const violations: Validator | undefined = existsSync(brought)
  ? asWebAssembly
  : spawnSync('xmllint', ['--version']).status === 0
    ? installed
    : undefined
