import { instanceAddress } from '../../src/terraform/address.js'
import { known } from '../../src/terraform/construct.js'
import { Evaluator } from '../../src/terraform/evaluator.js'
import { discover, loadRootModule } from '../../src/terraform/load/index.js'
import type { Value } from '../../src/terraform/value.js'
import { memoryFileSystem } from './load/memory-file-system.js'

/** An evaluator over files in memory; `main.tf` is in the root module. Something Aurora makes the module worth reading. */
export const evaluatorOf = async (files: Readonly<Record<string, string>>): Promise<Evaluator> => {
  const fileSystem = memoryFileSystem({
    'aurora.tf': 'resource "aws_rds_cluster" "unused" {\n  count = 0\n}\n',
    ...files,
  })
  const discovery = await discover(['.'], fileSystem)
  const root = loadRootModule('.', discovery.reader)
  return new Evaluator(root, { workspace: known('default'), functions: {} })
}

/** What the locals of a root module are worth. */
export const localsOf = async (files: Readonly<Record<string, string>>): Promise<(name: string) => string> => {
  const evaluator = await evaluatorOf(files)
  return (name) => show(evaluator.local(evaluator.rootInstance, name))
}

/** Short and readable: `"a"`, `[1, 2]`, `<aws_kms_key.main.arn>`, `(1 | 2)`, `?var.x has no value`. */
export const show = (value: Value): string => {
  switch (value.kind) {
    case 'known':
      return JSON.stringify(value.value)
    case 'list':
      return `[${value.items.map(show).join(', ')}]`
    case 'mapping':
      return `{${[...value.entries].map(([key, entry]) => `${key} = ${show(entry)}`).join(', ')}}`
    case 'symbolic':
      return `<${[instanceAddress(value.of) + (value.of.key.kind === 'each' ? '[each]' : value.of.key.kind === 'any' ? '[any]' : ''), ...value.path].join('.')}>`
    case 'text':
      return `"${value.parts.map((part) => (typeof part === 'string' ? part : show(part))).join('')}"`
    case 'choice':
      return `(${value.arms.map(show).join(' | ')})`
    case 'repeated':
      return `[${show(value.element)}, …]`
    case 'unknown':
      return `${value.failed ? '!' : '?'}${value.because.join('; ')}`
    case 'opaque':
      return 'instances'
    default:
      return value satisfies never
  }
}
