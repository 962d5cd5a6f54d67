import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const schema = fileURLToPath(new URL('junit-10.xsd', import.meta.url))

const LXML = `
import sys
from lxml import etree
schema = etree.XMLSchema(etree.parse(sys.argv[1]))
document = etree.fromstring(sys.stdin.buffer.read())
schema.validate(document)
print('\\n'.join(str(error) for error in schema.error_log))
`

const runs = (command: string, ...argv: readonly string[]): boolean => spawnSync(command, [...argv]).status === 0

type Validator = (document: string) => string

const xmllint: Validator = (document) => {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], {
    input: document,
    encoding: 'utf8',
  })
  return status === 0 ? '' : stderr
}

const lxml: Validator = (document) => {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', LXML, schema], { input: document, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : stderr
}

/** Says what is wrong with a document, by the first validator of XML schemas that is installed: `xmllint`, or `lxml` for Python. */
export const violations: Validator | undefined = runs('xmllint', '--version')
  ? xmllint
  : runs('python3', '-c', 'import lxml.etree')
    ? lxml
    : undefined
