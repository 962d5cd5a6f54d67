import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../src/source/node-file-system.js'
import { discover, loadRootModule, type VariableOption } from '../../../src/terraform/load/index.js'
import { plant } from '../../plant.js'
import { textOf } from './loading.js'

const cluster = 'resource "aws_rds_cluster" "main" {}\n'
let directory: string

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-load-'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** A directory of its own with these files. */
const onDisk = (name: string, files: Readonly<Record<string, string>>) => {
  const root = join(directory, name)
  plant(root, files)
  return { root, fileSystem: nodeFileSystem(root) }
}

describe('the real file system', () => {
  it('lists, classifies and reads', () => {
    const { root, fileSystem } = onDisk('plain', { 'a.tf': 'text', 'x.tf/b.tf': '' })
    symlinkSync('a.tf', join(root, 'link.tf'))
    symlinkSync('nowhere', join(root, 'broken.tf'))
    symlinkSync('x.tf', join(root, 'directory'))
    const entries = [...fileSystem.list('.')].sort((a, b) => (a.name < b.name ? -1 : 1))
    expect(entries).toEqual([
      { name: 'a.tf', kind: 'file' },
      { name: 'broken.tf', kind: 'other', link: true },
      { name: 'directory', kind: 'directory', link: true },
      { name: 'link.tf', kind: 'file', link: true },
      { name: 'x.tf', kind: 'directory' },
    ])
    expect(Buffer.from(fileSystem.read('link.tf')).toString()).toBe('text')
    expect([fileSystem.kind('a.tf'), fileSystem.kind('x.tf'), fileSystem.kind('broken.tf')]).toEqual([
      'file',
      'directory',
      undefined,
    ])
    expect(fileSystem.realPath('directory')).toBe(fileSystem.realPath(join(root, 'x.tf')))
    expect(() => fileSystem.read('nope')).toThrow(expect.objectContaining({ code: 'ENOENT' }))
  })

  it('reads files of any size one after the other, and goes on behind what it cannot read', () => {
    const sizes = [0, 1, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 3_000_000, 7]
    const files = Object.fromEntries(sizes.map((size, index) => [`${index}`, String(index).repeat(size)]))
    const { fileSystem } = onDisk('sizes', { ...files, 'directory/x': '' })
    const seen: unknown[] = []
    fileSystem.readEach?.([...Object.keys(files), 'nope', 'directory', '6'], (path, content) => {
      if (content instanceof Error) seen.push([path, 'code' in content ? content.code : content])
      else seen.push([path, content.length, new Set(content).size <= 1])
    })
    expect(seen).toEqual([
      ...sizes.map((size, index) => [`${index}`, size, true]),
      ['nope', 'ENOENT'],
      ['directory', 'EISDIR'],
      ['6', 7, true],
    ])
  })

  it('reads in pieces', () => {
    const { fileSystem } = onDisk('pieces', { file: '0123456789' })
    const file = fileSystem.open('file')
    const into = new Uint8Array(4)
    expect([file.size, file.read(into, 8), Buffer.from(into).toString('latin1', 0, 2), file.read(into, 10)]).toEqual([
      10,
      2,
      '89',
      0,
    ])
    file.close()
  })
})

describe('discovery on disk', () => {
  it('ends where symbolic links go round', async () => {
    const { root, fileSystem } = onDisk('loops', { 'db/main.tf': cluster })
    symlinkSync('..', join(root, 'db/up'))
    symlinkSync('self', join(root, 'self'))
    symlinkSync('db', join(root, 'alias'))
    const { rootModules, diagnostics, reader } = await discover(['.'], fileSystem)
    expect(rootModules).toEqual([{ path: 'db' }])
    expect(diagnostics).toEqual([])
    expect(reader.survey.filesRead).toBe(1)
  })

  it('expands globs to directories and configuration files', async () => {
    const { fileSystem } = onDisk('globs', {
      'envs/a/main.tf': cluster,
      'envs/b/main.tf': cluster,
      'envs/readme.md': '',
      'envs/plan.json': '{}',
      'envs/.hidden/main.tf': cluster,
      'odd[1]/main.tf': cluster,
    })
    const directories = await discover(['envs/*'], fileSystem)
    expect(directories.rootModules.map(({ path }) => path)).toEqual(['envs/a', 'envs/b'])
    expect(directories.documents).toEqual(['envs/plan.json'])
    const files = await discover(['**/a/*.{tf,tofu}'], fileSystem)
    expect(files.rootModules).toEqual([{ path: 'envs/a', onlyFiles: new Set(['envs/a/main.tf']) }])
    // What exists is no pattern, whatever its name looks like.
    expect((await discover(['odd[1]'], fileSystem)).rootModules).toEqual([{ path: 'odd[1]' }])
    const nothing = await discover(['nope/*.tf'], fileSystem)
    expect(nothing.diagnostics.map(({ message }) => message)).toEqual(['nothing matches nope/*.tf'])
  })
})

const hasTerraform = spawnSync('terraform', ['version']).status === 0

describe.skipIf(!hasTerraform)('given values, against terraform console', () => {
  const files = {
    'main.tf': `${'variable "s" {\n  default = "default"\n}\nvariable "list" {\n  type    = list(string)\n  default = []\n}\n'}`,
    'terraform.tfvars': 's = "tfvars"\n',
    'b.auto.tfvars.json': '{"s": "b", "list": ["${x}"]}',
    'a.auto.tfvars': 's = "a"\n',
    'more.tfvars': 's = "more"\n',
  }
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly VariableOption[]])[] = [
    ['files in the directory', {}, []],
    ['the environment is weaker', { TF_VAR_s: 'environment', TF_VAR_list: '["e"]' }, []],
    ['--var', {}, [{ kind: 'var', text: 's=[1]' }]],
    [
      '--var-file behind --var',
      {},
      [
        { kind: 'var', text: 's=v' },
        { kind: 'var-file', path: 'more.tfvars' },
      ],
    ],
    [
      '--var behind --var-file',
      {},
      [
        { kind: 'var-file', path: 'more.tfvars' },
        { kind: 'var', text: 's=v' },
      ],
    ],
  ]
  it.each(cases)('%s', async (name, environment, options) => {
    const { root, fileSystem } = onDisk(`console ${name}`, files)
    const { reader } = await discover(['.'], fileSystem)
    const { given } = loadRootModule('.', reader, { environment: new Map(Object.entries(environment)), options })
    const flags = options.map((option) => (option.kind === 'var' ? `-var=${option.text}` : `-var-file=${option.path}`))
    const { stdout } = spawnSync('terraform', ['console', ...flags], {
      cwd: root,
      input: 'jsonencode({ s = var.s, list = var.list })\n',
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: root, CHECKPOINT_DISABLE: '1', ...environment },
    })
    const terraform: { readonly s: string; readonly list: readonly string[] } = JSON.parse(JSON.parse(stdout))
    expect(textOf(given.get('s'))).toBe(JSON.stringify(terraform.s))
    const list = given.get('list')?.expression
    const items = list?.kind === 'tuple' ? list.items.map((item) => (item.kind === 'literal' ? item.value : item)) : []
    expect(items).toEqual(terraform.list)
  })
})
