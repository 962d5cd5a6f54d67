import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lint } from '../../../src/program.js'
import { loadRootModule } from '../../../src/terraform/load/index.js'
import { callOf, discovered, loaded, moduleOf, resourceAt, textOf } from './loading.js'
import { memoryFileSystem, type Planted } from './memory-file-system.js'

type Files = Readonly<Record<string, string>>

/** Files that declare nothing, so many that the directory counts as a large one. */
const padding: Files = Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`zz_${index}.tf`, '# nothing\n']))

const cluster = 'resource "aws_rds_cluster" "main" {\n  engine = local.engine\n}\n'

const large: Files = {
  ...padding,
  'cluster.tf': cluster,
  'engine.tf': 'locals {\n  engine = "aurora-mysql"\n}\n',
  'locals.tf': 'locals {\n  other = 1\n}\n',
  'outputs.tf': 'output "name" {\n  value     = aws_vpc.main.id\n  sensitive = true\n}\n',
  'network.tf': 'resource "aws_vpc" "main" {\n  count = 2\n}\n',
  'child.tf': 'module "child" {\n  source = "./child"\n  count  = 3\n}\n',
  'child/main.tf': 'resource "aws_vpc" "inner" {}\n',
  'variables.tf': 'variable "a" {}\n',
}

const parsedIn = async (files: Readonly<Record<string, Planted>>) => {
  const { discovery, messages } = await discovered(files)
  const { reader } = discovery
  return { module: loadRootModule('.', reader).module, parsed: () => reader.filesParsed, messages }
}

/** All that a run says, but for how much it read. */
const report = async (files: Files): Promise<string> => {
  const { stats: _, ...said } = await lint({
    paths: ['.'],
    fileSystem: memoryFileSystem(files),
    environment: new Map(),
    variables: [],
  })
  return JSON.stringify(said, (key, value) =>
    key === 'source' ? value.path : value instanceof Map ? [...value] : value,
  )
}

describe('a large directory', () => {
  it('has those files parsed that may declare something of Aurora or cannot wait', async () => {
    const { module, parsed } = await parsedIn(large)
    expect([...module.resources.keys()]).toEqual(['aws_rds_cluster.main', 'aws_vpc.main'])
    expect([...module.calls.keys()]).toEqual(['child'])
    expect([...module.outputs.keys()]).toEqual(['name'])
    expect([...(module.locals?.keys() ?? [])]).toEqual(['engine', 'other'])
    expect(callOf(module, 'child').relevant).toBe(false)
    // cluster.tf and variables.tf
    expect(parsed()).toBe(2)
  })

  it('is large by its bytes, too', async () => {
    const few = Object.fromEntries(Object.entries(large).filter(([name]) => !name.startsWith('zz_')))
    expect((await parsedIn(few)).parsed()).toBe(7)
    expect((await parsedIn({ ...few, 'zz.tf': `# ${'x'.repeat(300_000)}\n` })).parsed()).toBe(2)
  })

  it('has a file parsed when something in it is asked for, once', async () => {
    const { module, parsed } = await parsedIn(large)
    expect(textOf(resourceAt(module, 'aws_vpc.main').count)).toBe('2')
    expect(parsed()).toBe(3)
    resourceAt(module, 'aws_vpc.main')
    expect(parsed()).toBe(3)
    expect(textOf(module.outputs.get('name')?.value)).toBe('aws_vpc.main.id')
    expect(module.outputs.get('name')?.sensitive).toBe(true)
    expect(parsed()).toBe(4)
    expect(textOf(callOf(module, 'child').count)).toBe('3')
    expect(textOf(callOf(module, 'child').source)).toBe('"./child"')
    expect(parsed()).toBe(5)
    expect(textOf(module.locals?.get('other')?.argument)).toBe('1')
    expect(parsed()).toBe(6)
    expect(resourceAt(moduleOf(callOf(module, 'child')), 'aws_vpc.inner').name).toBe('inner')
    expect(parsed()).toBe(7)
    expect(module.resources.get('aws_vpc.none')).toBeUndefined()
    expect(parsed()).toBe(7)
  })

  it('has a called module read without the file that calls it being parsed', async () => {
    const { module, parsed } = await parsedIn({ ...large, 'child/main.tf': cluster })
    const child = callOf(module, 'child')
    expect(child.relevant).toBe(true)
    const before = parsed()
    resourceAt(moduleOf(child), 'aws_rds_cluster.main')
    expect(parsed()).toBe(before)
    expect(textOf(child.count)).toBe('3')
    expect(parsed()).toBe(before + 1)
  })

  it('has a syntax error reported when the file is asked for', async () => {
    // Everything balances, so only the parser can tell.
    const files = {
      ...large,
      'network.tf': 'resource "aws_vpc" "main" {\n  count = = 2\n}\nresource "aws_vpc" "other" {}\n',
    }
    const { module, messages } = await parsedIn(files)
    expect(messages()).toEqual([])
    expect(resourceAt(module, 'aws_vpc.other').name).toBe('other')
    expect(messages()).toHaveLength(1)
    expect(messages()[0]).toMatch(/^error: /)
  })

  it('has nothing deferred where override files may change it', async () => {
    const files = { ...large, 'x_override.tf': 'resource "aws_vpc" "main" {\n  count = 5\n}\n' }
    const { module, parsed } = await parsedIn(files)
    expect(parsed()).toBe(Object.keys(files).length - 1)
    expect(textOf(resourceAt(module, 'aws_vpc.main').count)).toBe('5')
  })

  it.each([
    ['resources', 'aws_vpc.main', 'resource "aws_vpc" "main" {}\n'],
    ['outputs', 'output.name', 'output "name" {}\n'],
    ['calls', 'module.child', 'module "child" {\n  source = "./child"\n}\n'],
    ['locals', 'local.other', 'locals {\n  other = 2\n}\n'],
  ])('has %s that are declared twice reported', async (_, address, again) => {
    const deferred = await loaded({ ...large, 'again.tf': again })
    expect(deferred.messages()).toEqual([expect.stringContaining(`error: ${address} is declared twice`)])
    const beside = await loaded({ ...large, 'again.tf': `${again}variable "b" {}\n` })
    expect(beside.messages()).toEqual(deferred.messages())
  })

  it('has files in JSON syntax parsed', async () => {
    const { module, parsed } = await parsedIn({ ...large, 'more.tf.json': '{"resource": {"aws_vpc": {"json": {}}}}' })
    expect([...module.resources.keys()]).toContain('aws_vpc.json')
    expect(parsed()).toBe(3)
  })

  it('gives the report that it would give if every file were parsed', async () => {
    const reference = fc.constantFrom(
      '"aurora-mysql"',
      '"mysql"',
      'local.a',
      'local.b',
      'local.c',
      'module.m1.engine',
      'module.m2.engine',
      'aws_vpc.v1.tags',
      'var.unset',
      'aws_rds_cluster.c1.arn',
      'aws_rds_cluster.c2.arn',
      'data.aws_rds_cluster.d.arn',
      'output.x',
      'aws_kms_key.k.key_id',
      'aws_kms_key.k.arn',
    )
    const block = fc.oneof(
      fc.tuple(fc.constantFrom('a', 'b', 'c'), reference).map(([name, value]) => `locals {\n  ${name} = ${value}\n}\n`),
      fc
        .tuple(fc.constantFrom('c1', 'c2'), reference)
        .map(([name, value]) => `resource "aws_rds_cluster" "${name}" {\n  engine = ${value}\n}\n`),
      fc
        .tuple(fc.constantFrom('v1', 'v2'), reference)
        .map(([name, value]) => `resource "aws_vpc" "${name}" {\n  tags = ${value}\n}\n`),
      fc
        .tuple(fc.constantFrom('s1', 's2'), reference, reference)
        .map(
          ([name, arn, key]) =>
            `resource "aws_rds_cluster_activity_stream" "${name}" {\n  resource_arn = ${arn}\n  kms_key_id = ${key}\n  mode = "async"\n}\n`,
        ),
      fc
        .tuple(fc.constantFrom('m1', 'm2'), fc.constantFrom('./m', './n', 'registry/x/aws'), reference)
        .map(([name, source, value]) => `module "${name}" {\n  source = "${source}"\n  given = ${value}\n}\n`),
      fc.constant('resource "aws_kms_key" "k" {}\n'),
      fc.constant('output "x" {\n  value = local.a\n}\n'),
      fc.constant('variable "unset" {}\n'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(block, { maxLength: 3 }), { minLength: 1, maxLength: 8 }), async (files) => {
        const written: Files = {
          ...Object.fromEntries(files.map((blocks, index) => [`f${index}.tf`, blocks.join('\n')])),
          'm/main.tf': 'variable "given" {}\noutput "engine" {\n  value = var.given\n}\n',
          'n/main.tf': `variable "given" {}\nlocals {\n  engine = var.given\n}\n${cluster}output "engine" {\n  value = aws_rds_cluster.main.engine\n}\n`,
        }
        expect(await report({ ...written, ...padding })).toBe(await report(written))
      }),
      { seed: 5, numRuns: 150 },
    )
  })
})

it('a file too large for a string is reported', async () => {
  const { messages } = await discovered({ 'main.tf': new Uint8Array((1 << 28) + 1), 'cluster.tf': cluster })
  expect(messages()).toEqual(['error: main.tf is larger than 256 MiB, it is not read'])
})
