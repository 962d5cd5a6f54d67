/** The precedence and the reading of texts are Terraform 1.11.4's, seen in `terraform console`. */
import { describe, expect, it } from 'vitest'
import { type Outside, undeclaredVariables } from '../../../src/terraform/load/index.js'
import { loaded, textOf } from './loading.js'

const main = `
resource "aws_rds_cluster" "c" {}
variable "s" { default = "default" }
variable "text" { type = string }
variable "number" { type = number }
variable "any" { type = any }
variable "list" { type = list(string) }
variable "guess" { default = ["d"] }
`

const outside = (environment: Readonly<Record<string, string>>, ...options: Outside['options']): Outside => ({
  environment: new Map(Object.entries(environment)),
  options,
})
const set = (text: string) => ({ kind: 'var', text }) as const
const file = (path: string) => ({ kind: 'var-file', path }) as const

describe('precedence', () => {
  // From the strongest to the weakest: each step takes the strongest away.
  const sources = [
    ['c.auto.tfvars', 's = "c.auto"'],
    ['b.auto.tfvars.json', '{"s": "b.auto"}'],
    ['a.auto.tfvars', 's = "a.auto"'],
    ['.hidden.auto.tfvars', 's = "hidden.auto"'],
    ['terraform.tfvars.json', '{"s": "json"}'],
    ['terraform.tfvars', 's = "tfvars"'],
  ] as const
  const expected = ['"c.auto"', '"b.auto"', '"a.auto"', '"hidden.auto"', '"json"', '"tfvars"', '"environment"']
  it.each(expected.map((value, index) => [value, index] as const))('%s', async (value, index) => {
    const files = Object.fromEntries([['main.tf', main], ['f.tfvars', 's = "file"'], ...sources.slice(index)])
    const environment = { TF_VAR_s: 'environment' }
    expect(textOf((await loaded(files, outside(environment))).given.get('s'))).toBe(value)
    const options = [set('s=var'), file('f.tfvars')]
    expect(textOf((await loaded(files, outside(environment, ...options))).given.get('s'))).toBe('"file"')
    expect(textOf((await loaded(files, outside(environment, ...options.reverse()))).given.get('s'))).toBe('"var"')
  })

  it('leaves a default to the variable', async () => {
    const { given, module } = await loaded({ 'main.tf': main })
    expect(given.size).toBe(0)
    expect(textOf(module.variables.get('s')?.default)).toBe('"default"')
  })
})

describe('texts from outside', () => {
  it('are the value itself where the type is primitive or not said, else an expression', async () => {
    const text = '["x"]'
    const names = ['s', 'text', 'number', 'any', 'list', 'guess']
    const environment = Object.fromEntries(names.map((name) => [`TF_VAR_${name}`, text]))
    for (const given of [
      (await loaded({ 'main.tf': main }, outside(environment))).given,
      (await loaded({ 'main.tf': main }, outside({}, ...names.map((name) => set(`${name}=${text}`))))).given,
    ]) {
      const kinds = [...given].map(([name, { expression, owner }]) => [name, expression.kind, owner])
      expect(kinds).toEqual([
        ['s', 'constant', 'outside'],
        ['text', 'constant', 'outside'],
        ['number', 'constant', 'outside'],
        ['any', 'tuple', 'outside'],
        ['list', 'tuple', 'outside'],
        ['guess', 'constant', 'outside'],
      ])
    }
  })

  it('keep everything behind the first equals sign', async () => {
    const { given } = await loaded({ 'main.tf': main }, outside({}, set('text=a=b = c')))
    expect(textOf(given.get('text'))).toBe('"a=b = c"')
  })

  it('are refused with a sentence where they are no expression', async () => {
    const { given, diagnostics } = await loaded({ 'main.tf': main }, outside({ TF_VAR_list: '[' }, set('any=a b')))
    expect(given.get('list')?.expression.kind).toBe('invalid')
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'TF_VAR_list is no valid expression, which the type of var.list asks for',
      '--var any is no valid expression, which the type of var.any asks for',
    ])
  })
})

describe('values files', () => {
  it('give values with their place', async () => {
    const { given } = await loaded({
      'main.tf': main,
      'terraform.tfvars': '# note\nlist = [\n  "a",\n]\nunknown = 1\n',
    })
    const list = given.get('list')
    expect([...given.keys()]).toEqual(['list'])
    expect(list?.owner).toBe('values-file')
    expect(list?.written?.source.path).toBe('terraform.tfvars')
    expect(list?.written?.source.position(list.written.span.start)).toEqual({ line: 2, column: 1 })
  })

  it('of JSON syntax hold no templates', async () => {
    const text = '{"s": "${1 + 1} \\u0041", "list": ["%{ if", {"${k}": "${"}], "number": 5}'
    const { given, diagnostics, messages } = await loaded({ 'main.tf': main, 'terraform.tfvars.json': text })
    expect([...diagnostics, ...messages()]).toEqual([])
    expect(given.get('s')?.expression).toMatchObject({ kind: 'literal', value: '${1 + 1} A' })
    expect(given.get('list')?.expression).toMatchObject({
      items: [{ value: '%{ if' }, { items: [{ key: { value: '${k}' }, value: { value: '${' } }] }],
    })
    expect(given.get('number')?.expression).toMatchObject({ kind: 'literal', value: 5 })
  })

  it('are read from the directory of the root module, those of the command line from the working directory', async () => {
    const files = {
      'live/main.tf': main,
      'live/terraform.tfvars': 's = "live"',
      'terraform.tfvars': 's = "elsewhere"',
      'shared.tfvars': 'text = "shared"',
    }
    const { given } = await loaded(files, outside({}, file('shared.tfvars')), 'live')
    expect(textOf(given.get('s'))).toBe('"live"')
    expect(textOf(given.get('text'))).toBe('"shared"')
  })

  it('that are missing or broken get a sentence', async () => {
    const files = { 'main.tf': main, 'broken.tfvars': 's = "good"\ntext = = \n', 'b.json': '{"s": ' }
    const options = [file('nope.tfvars'), file('broken.tfvars'), file('b.json')]
    const { given, diagnostics } = await loaded(files, outside({}, ...options))
    expect(diagnostics[0]?.message).toBe('nope.tfvars does not exist')
    expect(new Set(diagnostics.slice(1).map(({ source }) => source?.path))).toEqual(
      new Set(['broken.tfvars', 'b.json']),
    )
    expect(textOf(given.get('s'))).toBe('"good"')
  })
})

describe('values files in an encoding that is not read', () => {
  it('get a sentence, and a place where there is one', async () => {
    const files = {
      'main.tf': main,
      'wide.tfvars': Buffer.from('s = "wide"\n', 'utf16le'),
      'broken.tfvars': Buffer.from([...Buffer.from('s = "good"\n# '), 0xe9, 0x0a]),
    }
    const { given, diagnostics } = await loaded(files, outside({}, file('broken.tfvars'), file('wide.tfvars')))
    expect(textOf(given.get('s'))).toBe('"good"')
    expect(diagnostics).toMatchObject([
      {
        message: 'broken.tfvars is not valid UTF-8, broken characters are read as U+FFFD',
        span: { start: 13, end: 14 },
      },
      { message: 'wide.tfvars is encoded in UTF-16, Terraform reads UTF-8 only', hint: 'save it as UTF-8' },
    ])
  })
})

describe('mistakes in --var', () => {
  it('are a missing value, and a name that no root module declares', async () => {
    const root = await loaded({ 'main.tf': main }, outside({ TF_VAR_nope: '1' }, set('text'), set('txt=1'), set('s=1')))
    expect(root.diagnostics.map(({ message }) => message)).toEqual(['--var text gives no value'])
    expect(root.undeclared).toEqual(['txt'])
    expect(undeclaredVariables([root])).toEqual([
      { severity: 'error', message: '--var sets txt, which no variable block declares', hint: 'did you mean text?' },
    ])
    const other = await loaded({ 'main.tf': 'resource "aws_rds_cluster" "c" {}\nvariable "txt" {}\n' })
    expect(undeclaredVariables([root, other])).toEqual([])
  })
})
