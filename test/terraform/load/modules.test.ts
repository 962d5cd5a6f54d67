import { describe, expect, it } from 'vitest'
import { callOf, loaded, moduleOf, resourceAt, textOf } from './loading.js'

describe('a module', () => {
  it('collects what all files of the directory declare', async () => {
    const { module, messages } = await loaded({
      'main.tf': `
        terraform {
          required_providers {
            aws    = { source = "hashicorp/aws", version = "~> 5.0" }
            random = ">= 2.0"
          }
        }
        provider "aws" { region = "us-east-1" }
        provider "aws" {
          alias  = "west"
          region = "us-west-2"
        }
        locals { name = "db" }
        resource "aws_rds_cluster" "main" {
          for_each   = var.names
          provider   = aws.west
          engine     = var.engine
          depends_on = [aws_kms_key.main, module.net["a"]]
          scaling_configuration { max_capacity = 8 }
          dynamic "restore_to_point_in_time" {
            for_each = var.restore
            iterator = it
            content { source_cluster_identifier = it.value }
          }
          lifecycle { ignore_changes = [kms_key_id, tags["x"], "engine_version"] }
        }`,
      'data.tofu': 'data "aws_kms_key" "main" {\n  key_id = "alias/x"\n  count = 2\n}\n',
      'variables.tf':
        'variable "engine" {\n  type = "string"\n  default = "aurora-mysql"\n  nullable = false\n  sensitive = true\n}\nvariable "names" {}\n',
      'outputs.tf': 'output "arn" {\n  value = 1\n  sensitive = true\n  depends_on = ["aws_rds_cluster.main"]\n}\n',
      'odd.tf':
        'moved {\n  from = a.b\n  to = a.c\n}\nimport {\n  to = a.b\n  id = "x"\n}\nremoved {\n  from = a.b\n}\ncheck "c" {\n  assert {\n    condition = true\n    error_message = ""\n  }\n}\nephemeral "x" "y" {}\nwhatever "a" "b" "c" {}\n',
      '.hidden.tf': 'nonsense {{{',
      'main.tf~': 'nonsense {{{',
      '#main.tf#': 'nonsense {{{',
      'sub/other.tf': 'locals { other = 1 }',
    })
    expect(messages()).toEqual([])
    expect([...module.resources.keys()]).toEqual(['data.aws_kms_key.main', 'aws_rds_cluster.main'])
    expect([...module.requiredProviders]).toEqual([
      ['aws', { source: 'hashicorp/aws', version: '~> 5.0' }],
      ['random', { version: '>= 2.0' }],
    ])
    expect(module.providers.map(({ name, alias }) => [name, alias])).toEqual([
      ['aws', undefined],
      ['aws', 'west'],
    ])
    expect([...(module.locals?.keys() ?? [])]).toEqual(['name'])

    const main = resourceAt(module, 'aws_rds_cluster.main')
    expect(main).toBe(resourceAt(module, 'aws_rds_cluster.main'))
    expect(main).toMatchObject({ mode: 'managed', type: 'aws_rds_cluster', name: 'main', provider: 'aws.west' })
    expect(textOf(main.forEach)).toBe('var.names')
    expect(main.dependsOn.map(textOf)).toEqual(['aws_kms_key.main', 'module.net["a"]'])
    expect(main.lifecycle?.ignoreChanges).toEqual(['kms_key_id', 'tags', 'engine_version'])
    const [scaling, restore] = main.content.blocks
    expect(textOf(scaling?.content.arguments.get('max_capacity'))).toBe('8')
    expect(restore?.type).toBe('restore_to_point_in_time')
    expect(restore?.dynamic?.iterator).toBe('it')
    expect(textOf(restore?.dynamic?.forEach)).toBe('var.restore')
    expect(textOf(restore?.content.arguments.get('source_cluster_identifier'))).toBe('it.value')

    expect(resourceAt(module, 'data.aws_kms_key.main')).toMatchObject({
      mode: 'data',
      address: 'data.aws_kms_key.main',
    })
    expect(module.variables.get('engine')).toMatchObject({
      nullable: false,
      sensitive: true,
      type: { kind: 'variable', name: 'string' },
    })
    expect(module.variables.get('names')).toMatchObject({ nullable: true, sensitive: false })
    expect(module.outputs.get('arn')).toMatchObject({
      sensitive: true,
      dependsOn: [{ expression: { kind: 'access', source: { kind: 'variable', name: 'aws_rds_cluster' } } }],
    })
  })

  it('points quoted references at the text within their quotes', async () => {
    const { module } = await loaded({
      'main.tf':
        'resource "aws_rds_cluster" "main" {\n  provider = "aws.west"\n  depends_on = ["aws_kms_key.k[0]"]\n}\n',
    })
    const main = resourceAt(module, 'aws_rds_cluster.main')
    const [entry] = main.dependsOn
    expect(main.provider).toBe('aws.west')
    expect(textOf(entry)).toBe('"aws_kms_key.k[0]"')
    expect(
      entry?.written?.source.slice(entry.expression.kind === 'access' ? entry.expression.span : { start: 0, end: 0 }),
    ).toBe('aws_kms_key.k[0]')
  })

  it.each([
    ['all', 'all'],
    ['["*"]', 'all'],
    ['[]', []],
    ['[kms_key_id]', ['kms_key_id']],
  ])('reads ignore_changes = %s', async (written, expected) => {
    const { module } = await loaded({
      'main.tf': `resource "aws_rds_cluster" "main" {\n  lifecycle {\n    ignore_changes = ${written}\n  }\n}\n`,
    })
    expect(resourceAt(module, 'aws_rds_cluster.main').lifecycle?.ignoreChanges).toEqual(expected)
  })

  it('reads x.tofu in the place of x.tf, in both syntaxes', async () => {
    const { module } = await loaded({
      'x.tf': 'locals { a = "tf" }',
      'x.tofu': 'locals { a = "tofu" }',
      'y.tf.json': '{"locals": {"b": "tf"}}',
      'y.tofu.json': '{"locals": {"b": "tofu"}}',
      'z.tf': 'locals { c = "tf" }',
      'z.tofu.json': '{"locals": {"d": "tofu"}}',
      'w_override.tf': 'locals { c = "tf override" }',
      'w_override.tofu': 'locals { c = "tofu override" }',
    })
    const texts = [...(module.locals ?? [])].map(([name, { argument }]) => [name, textOf(argument)])
    expect(texts).toEqual([
      ['a', '"tofu"'],
      ['b', '"tofu"'],
      ['c', '"tofu override"'],
      ['d', '"tofu"'],
    ])
  })

  it('keeps the first of what is declared twice, and names both places', async () => {
    const { module, messages } = await loaded({
      'a.tf':
        'resource "aws_rds_cluster" "main" { engine = "first" }\nvariable "v" {}\nlocals { l = 1 }\noutput "o" { value = 1 }\nmodule "m" { source = "./m" }\n',
      'b.tf':
        '\nresource "aws_rds_cluster" "main" { engine = "second" }\nvariable "v" {}\nlocals { l = 2 }\noutput "o" { value = 2 }\nmodule "m" { source = "./n" }\n',
      'm/main.tf': 'locals {}',
    })
    expect(textOf(resourceAt(module, 'aws_rds_cluster.main').content.arguments.get('engine'))).toBe('"first"')
    expect(textOf(module.locals?.get('l')?.argument)).toBe('1')
    expect(messages()).toEqual([
      'error: aws_rds_cluster.main is declared twice, first at a.tf:1',
      'error: var.v is declared twice, first at a.tf:2',
      'error: local.l is declared twice, first at a.tf:3',
      'error: output.o is declared twice, first at a.tf:4',
      'error: module.m is declared twice, first at a.tf:5',
    ])
  })

  it('takes any name for a name', async () => {
    const { module, messages } = await loaded({
      'main.tf': `
        resource "aws_rds_cluster" "__proto__" { constructor = 1 }
        resource "aws_rds_cluster" "constructor" { __proto__ = 1 }
        resource "__proto__" "x" {}
        variable "__proto__" { default = 1 }
        variable "toString" {}
        locals { __proto__ = 1 }
        module "__proto__" { source = "./x" }`,
      'terraform.tfvars': '__proto__ = 2\ntoString = 3\n',
      'more.tf.json':
        '{"resource": {"aws_kms_key": {"__proto__": {"__proto__": {"a": 1}}}}, "__proto__": {}, "constructor": {}}',
    })
    expect(messages()).toEqual([])
    expect([...module.resources.keys()]).toEqual([
      'aws_rds_cluster.__proto__',
      'aws_rds_cluster.constructor',
      '__proto__.x',
      'aws_kms_key.__proto__',
    ])
    expect(textOf(resourceAt(module, 'aws_rds_cluster.constructor').content.arguments.get('__proto__'))).toBe('1')
    expect([...module.variables.keys()]).toEqual(['__proto__', 'toString'])
    expect([...module.calls.keys()]).toEqual(['__proto__'])
    expect(module.variables.get('constructor')).toBeUndefined()
  })

  it('says how many labels a block has', async () => {
    const { messages } = await loaded({ 'main.tf': 'resource "aws_rds_cluster" {}\nvariable "a" "b" {}\n' })
    expect(messages()).toEqual([
      'error: a resource block has a type and a name, this one does not',
      'error: a variable block has a name, this one does not',
    ])
  })
})

describe('JSON syntax', () => {
  it('becomes the same model', async () => {
    const { module, messages } = await loaded({
      'main.tf.json': JSON.stringify({
        '//': 'a comment',
        resource: {
          aws_rds_cluster: {
            main: [
              {
                '//': 'another',
                count: 2,
                engine: '${var.engine}',
                provider: 'aws.west',
                depends_on: ['aws_kms_key.main', 'module.net'],
                scaling_configuration: { max_capacity: 8 },
                lifecycle: { ignore_changes: ['kms_key_id'] },
                dynamic: { timeouts: { for_each: '${var.t}', content: { create: '${timeouts.value}' } } },
              },
            ],
          },
        },
        data: { aws_kms_key: { main: {} } },
        variable: { engine: { type: 'string', default: 'aurora-mysql' }, names: { type: 'list(string)' } },
        locals: [{ a: 1 }, { b: 2 }],
        output: { o: { value: 1, sensitive: true } },
        module: { m: { source: './m', providers: { aws: 'aws.west' } } },
        provider: { aws: [{ region: 'a' }, { alias: 'west', region: 'b' }] },
        terraform: { required_providers: { aws: { source: 'hashicorp/aws' } } },
      }),
      'm/main.tf': 'locals {}',
    })
    expect(messages()).toEqual([])
    const main = resourceAt(module, 'aws_rds_cluster.main')
    expect(main.provider).toBe('aws.west')
    expect(main.count?.expression).toMatchObject({ kind: 'literal', value: 2 })
    expect(main.dependsOn.map(({ expression }) => expression)).toMatchObject([
      { kind: 'access', source: { name: 'aws_kms_key' } },
      { kind: 'access', source: { name: 'module' } },
    ])
    expect(main.lifecycle?.ignoreChanges).toEqual(['kms_key_id'])
    expect(main.content.arguments.has('//')).toBe(false)
    expect(main.content.arguments.has('scaling_configuration')).toBe(true)
    const scaling = main.content.blocks.find(({ type }) => type === 'scaling_configuration')
    expect(textOf(scaling?.content.arguments.get('max_capacity'))).toBe('8')
    const timeouts = main.content.blocks.find(({ type }) => type === 'timeouts')
    expect(textOf(timeouts?.dynamic?.forEach)).toBe('"${var.t}"')
    expect(textOf(timeouts?.content.arguments.get('create'))).toBe('"${timeouts.value}"')
    expect(module.variables.get('names')?.type).toMatchObject({ kind: 'call', name: 'list' })
    expect([...(module.locals?.keys() ?? [])]).toEqual(['a', 'b'])
    expect(module.outputs.get('o')?.sensitive).toBe(true)
    expect(module.providers.map(({ alias }) => alias)).toEqual([undefined, 'west'])
    expect([...module.requiredProviders]).toEqual([['aws', { source: 'hashicorp/aws' }]])
    expect([...callOf(module, 'm').providers]).toEqual([['aws', 'aws.west']])
  })

  it('makes a block of each object in an array, also within blocks, and none of a list of strings', async () => {
    const { module } = await loaded({
      'main.tf.json': JSON.stringify({
        resource: {
          aws_rds_cluster: {
            main: {
              availability_zones: ['a', 'b'],
              rule: [
                { n: 1, apply: { x: 1 } },
                { n: 2, dynamic: [{ apply: { for_each: [1], content: { x: 2 } } }] },
              ],
            },
          },
        },
      }),
    })
    const { blocks } = resourceAt(module, 'aws_rds_cluster.main').content
    expect(blocks.map(({ type, content }) => [type, textOf(content.arguments.get('n'))])).toEqual([
      ['rule', '1'],
      ['rule', '2'],
    ])
    const applied = blocks.flatMap(({ content }) => content.blocks)
    expect(
      applied.map(({ type, dynamic, content }) => [type, dynamic !== undefined, textOf(content.arguments.get('x'))]),
    ).toEqual([
      ['apply', false, '1'],
      ['apply', true, '2'],
    ])
  })
})

describe('calls', () => {
  it('reads the called module when asked, once for all calls of it', async () => {
    const { module, messages } = await loaded({
      'main.tf': `
        resource "aws_rds_cluster" "x" {}
        module "a" {
          source     = "./db"
          for_each   = toset(["x"])
          providers  = { aws = aws.west, aws.other = aws }
          depends_on = [aws_kms_key.k]
        }
        module "b" {
          source = "./db"
          count  = 2
        }
        module "plain" { source = "./plain" }`,
      'db/main.tf': 'resource "aws_rds_cluster" "main" {}\nmodule "inner" { source = "../inner" }\n',
      'inner/main.tf': 'output "x" { value = 1 }',
      'plain/main.tf': 'output "y" { value = 1 }',
    })
    const a = callOf(module, 'a')
    expect(textOf(a.forEach)).toBe('toset(["x"])')
    expect(textOf(callOf(module, 'b').count)).toBe('2')
    expect([...a.providers]).toEqual([
      ['aws', 'aws.west'],
      ['aws.other', 'aws'],
    ])
    expect(a.dependsOn.map(textOf)).toEqual(['aws_kms_key.k'])
    expect([a.relevant, callOf(module, 'plain').relevant]).toEqual([true, false])
    expect(a.module).toBe(a.module)
    expect(moduleOf(a).directory).toBe('db')
    expect(resourceAt(moduleOf(a), 'aws_rds_cluster.main')).toBe(
      resourceAt(moduleOf(callOf(module, 'b')), 'aws_rds_cluster.main'),
    )
    const inner = callOf(moduleOf(a), 'inner')
    expect(inner.relevant).toBe(false)
    expect([...moduleOf(inner).outputs.keys()]).toEqual(['x'])
    expect(messages()).toEqual([])
  })

  it('finds remote modules through the manifest of the root module, by the names of the calls', async () => {
    const entry = (Key: string, Dir: string) => ({ Key, Source: 'x', Dir })
    const { module } = await loaded({
      'main.tf':
        'module "db" { source = "corp/db/aws" }\nmodule "wrapped" { source = "./wrapper" }\nmodule "lost" { source = "corp/lost/aws" }\nmodule "gone" { source = "corp/gone/aws" }\nmodule "plain" { source = "corp/plain/aws" }\n',
      'wrapper/main.tf': 'module "db" { source = "corp/db/aws" }',
      '.terraform/modules/modules.json': JSON.stringify({
        Modules: [
          entry('', '.'),
          entry('db', '.terraform/modules/db/modules/x'),
          entry('db.inner', '.terraform/modules/db.inner'),
          entry('wrapped', 'wrapper'),
          entry('wrapped.db', '.terraform/modules/wrapped.db'),
          entry('gone', '.terraform/modules/gone'),
          entry('plain', '.terraform/modules/plain'),
          null,
          { Key: 5 },
        ],
      }),
      '.terraform/modules/db/modules/x/main.tf':
        'module "inner" { source = "corp/inner/aws" }\nmodule "near" { source = "../y" }\n',
      '.terraform/modules/db/modules/y/main.tf': 'locals { near = 1 }',
      '.terraform/modules/db.inner/main.tf': 'resource "aws_rds_cluster" "inner" {}',
      '.terraform/modules/wrapped.db/main.tf': 'resource "aws_rds_cluster" "wrapped" {}',
      '.terraform/modules/plain/main.tf': 'resource "aws_s3_bucket" "b" {}',
    })
    const db = moduleOf(callOf(module, 'db'))
    expect(db.directory).toBe('.terraform/modules/db/modules/x')
    expect(moduleOf(callOf(db, 'near')).directory).toBe('.terraform/modules/db/modules/y')
    expect(resourceAt(moduleOf(callOf(db, 'inner')), 'aws_rds_cluster.inner').name).toBe('inner')
    const wrapped = moduleOf(callOf(module, 'wrapped'))
    expect(resourceAt(moduleOf(callOf(wrapped, 'db')), 'aws_rds_cluster.wrapped').name).toBe('wrapped')
    const relevant = [...module.calls].map(([name, call]) => [name, call.relevant])
    expect(relevant).toEqual([
      ['db', true],
      ['wrapped', true],
      ['lost', true],
      ['gone', true],
      ['plain', false],
    ])
    expect(callOf(module, 'lost').module).toEqual({
      kind: 'absent',
      source: 'corp/lost/aws',
      because: 'its source (corp/lost/aws) is not at hand: run terraform init',
      isInstallable: true,
    })
    expect(callOf(module, 'gone').module).toMatchObject({
      because: 'its source (corp/gone/aws) is not at hand, .terraform/modules/gone is gone: run terraform init',
    })
  })

  it('knows nothing of a module without a usable source', async () => {
    const { module, messages } = await loaded({
      'main.tf':
        'resource "aws_rds_cluster" "x" {}\nmodule "a" {}\nmodule "b" { source = "./${var.x}" }\nmodule "c" { source = "./missing" }\nmodule "d" { source = "./empty" }\n',
      'empty/readme.md': '',
    })
    const because = [...module.calls.values()].map((call) => (call.module.kind === 'absent' ? call.module.because : ''))
    expect(because).toEqual([
      'it has no source',
      'its source is no plain string',
      'its source (./missing) does not exist',
      'its source (./empty) holds no configuration files',
    ])
    expect(messages()).toEqual([
      'warning: the source of module.c does not exist: missing is no directory',
      'warning: the source of module.d holds no configuration: empty has no .tf file',
    ])
  })

  it('ends a module that calls itself, over however many others', async () => {
    const { module, messages } = await loaded({
      'main.tf':
        'resource "aws_rds_cluster" "x" {}\nmodule "a" { source = "./a" }\nmodule "again" { source = "./a" }\n',
      'a/main.tf': 'module "b" { source = "../b" }',
      'b/main.tf': 'module "a" { source = "../a" }\nmodule "top" { source = "../" }\n',
    })
    for (const name of ['a', 'again']) {
      const b = moduleOf(callOf(moduleOf(callOf(module, name)), 'b'))
      expect(callOf(b, 'a').module).toMatchObject({
        kind: 'absent',
        because: 'it calls itself (a -> b -> a)',
        isInstallable: false,
      })
      expect(callOf(b, 'top').module).toMatchObject({ kind: 'absent', because: 'it calls itself (. -> a -> b -> .)' })
    }
    expect(messages()).toEqual([
      'error: module.a calls itself, without end: a -> b -> a',
      'error: module.top calls itself, without end: . -> a -> b -> .',
    ])
  })
})
