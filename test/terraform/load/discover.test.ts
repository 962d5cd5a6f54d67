import { describe, expect, it } from 'vitest'
import type { FileSystem } from '../../../src/source/file-system.js'
import { discover } from '../../../src/terraform/load/index.js'
import { discovered } from './loading.js'
import { memoryFileSystem } from './memory-file-system.js'

const cluster = 'resource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n}\n'
const bucket = 'resource "aws_s3_bucket" "main" {}\n'
const calling = (source: string): string => `module "called" {\n  source = "${source}"\n}\n`

describe('root modules', () => {
  it('takes the directory that was named, and those below it that nothing calls', async () => {
    const { roots } = await discovered({
      'main.tf': calling('./modules/db'),
      'modules/db/main.tf': cluster,
      'envs/prod/main.tf': calling('../../modules/db'),
      'envs/dev/main.tf': calling('../../modules/db'),
      'other/main.tf': bucket,
    })
    expect(roots).toEqual(['.', 'envs/dev', 'envs/prod'])
  })

  it('never parses what cannot reach a cluster', async () => {
    const { discovery, fileSystem, roots } = await discovered({
      'live/main.tf': calling('../modules/db'),
      'modules/db/main.tf': cluster,
      'buckets/main.tf': bucket,
      'buckets/broken.tf': 'resource "aws_s3_bucket" {{{{',
    })
    expect(roots).toEqual(['live'])
    expect(discovery.diagnostics).toEqual([])
    expect(discovery.reader.filesParsed).toBe(2)
    expect(discovery.reader.survey.filesRead).toBe(4)
    expect(discovery.directoriesSeen).toBe(3)
    expect(fileSystem.reads.filter((path) => path.startsWith('buckets/'))).toHaveLength(2)
  })

  it('follows calls over any number of directories, also out of the one that was named', async () => {
    const files = {
      'live/main.tf': calling('../a'),
      'a/main.tf': calling('../b'),
      'b/main.tf': calling('./c/'),
      'b/c/main.tf': cluster,
    }
    expect((await discovered(files, 'live')).roots).toEqual(['live'])
    expect((await discovered(files)).roots).toEqual(['live'])
    expect((await discovered(files, 'b/c')).roots).toEqual(['b/c'])
  })

  it('decides what is called from calls, not from comments and strings', async () => {
    const { roots } = await discovered({
      'main.tf': `${cluster}# module "x" { source = "./db" }\nlocals {\n  text = "./db"\n}\n`,
      'db/main.tf': cluster,
    })
    expect(roots).toEqual(['.', 'db'])
  })

  it('finds calls in JSON syntax', async () => {
    const { roots } = await discovered({
      'main.tf.json': '{"module": {"called": {"source": "./db"}}}',
      'db/main.tf.json': '{"resource": {"aws_rds_cluster": {"main": {"engine": "aurora-mysql"}}}}',
    })
    expect(roots).toEqual(['.'])
  })

  it('takes one of those that call each other in a circle', async () => {
    const { roots } = await discovered({
      'b/main.tf': cluster + calling('../c'),
      'c/main.tf': calling('../b'),
      'd/main.tf': cluster + calling('../d'),
    })
    expect(roots).toEqual(['b', 'd'])
  })

  it('counts a call of a known public module, its source at hand or not', async () => {
    const { roots } = await discovered({
      'a/main.tf': calling('terraform-aws-modules/rds-aurora/aws'),
      'b/main.tf': calling('git::https://github.com/cds-snc/terraform-modules//rds_activity_stream?ref=v9.3.0'),
      'c/main.tf': calling('terraform-aws-modules/vpc/aws'),
    })
    expect(roots).toEqual(['a', 'b'])
  })

  it('reaches through the manifest of terraform init, and walks no .terraform', async () => {
    const { roots } = await discovered({
      'live/main.tf': calling('corp/database/aws'),
      'live/.terraform/modules/modules.json':
        '{"Modules":[{"Key":"","Source":"","Dir":"."},{"Key":"called","Source":"registry.terraform.io/corp/database/aws","Version":"1.0.0","Dir":".terraform/modules/called"}]}',
      'live/.terraform/modules/called/main.tf': cluster,
      'live/.terraform/modules/called/examples/full/main.tf': calling('../../'),
    })
    expect(roots).toEqual(['live'])
  })

  it('walks no hidden directories and no node_modules', async () => {
    const { roots, messages } = await discovered({
      'main.tf': bucket,
      '.git/main.tf': cluster,
      '.hidden/main.tf': cluster,
      'node_modules/x/main.tf': cluster,
      'deep/node_modules/x/main.tf': cluster,
    })
    expect(roots).toEqual([])
    expect(messages()).toEqual([])
  })

  it('visits each directory once, however many links lead to it', async () => {
    const { roots, discovery } = await discovered({
      'a-link': { link: 'db' },
      'db/main.tf': cluster,
      'db/up': { link: '..' },
      'db/self': { link: '.' },
      'loop-a': { link: 'loop-b' },
      'loop-b': { link: 'loop-a' },
    })
    expect(roots).toEqual(['db'])
    expect(discovery.reader.survey.filesRead).toBe(1)
  })

  it('takes a directory named like a file for a directory', async () => {
    const { roots, messages } = await discovered({ 'x.tf/main.tf': cluster, 'main.tf': bucket })
    expect(roots).toEqual(['x.tf'])
    expect(messages()).toEqual([])
    expect((await discovered({ 'x.tf/main.tf': cluster }, 'x.tf')).roots).toEqual(['x.tf'])
  })
})

describe('named files', () => {
  const files = { 'db/main.tf': cluster, 'db/outputs.tf': '', 'db/sub/main.tf': cluster, 'plan.json': '{}' }

  it('makes the directory of a file a root module, for findings in the named files', async () => {
    const { discovery } = await discovered(files, 'db/outputs.tf', './db/main.tf')
    expect(discovery.rootModules).toEqual([{ path: 'db', onlyFiles: new Set(['db/outputs.tf', 'db/main.tf']) }])
  })

  it('reports in all files where the directory was named as well', async () => {
    const { discovery } = await discovered(files, 'db/main.tf', 'db')
    expect(discovery.rootModules).toEqual([{ path: 'db' }, { path: 'db/sub' }])
  })

  it('leaves other files to those who know them by their content', async () => {
    const { discovery, roots } = await discovered(files, 'plan.json', 'db/main.tf')
    expect(discovery.documents).toEqual(['plan.json'])
    expect(roots).toEqual(['db'])
  })

  it('shows paths relative to the working directory, also from outside it', async () => {
    const { roots } = await discovered({ '/elsewhere/db/main.tf': cluster }, '/elsewhere')
    expect(roots).toEqual(['../elsewhere/db'])
    expect((await discovered(files, '/project/db/main.tf')).roots).toEqual(['db'])
  })
})

describe('files of a repository', () => {
  const repository = {
    '.git/HEAD': 'ref: refs/heads/main\n',
    'modules/db/main.tf': `${cluster}variable "x" {}\n`,
    'modules/db/outputs.tf': '',
    'envs/prod/main.tf': calling('../../modules/db'),
    'envs/dev/main.tf': calling('../../modules/db'),
    'other/main.tf': cluster,
    'buckets/main.tf': bucket,
  }
  const asked = async (planted: Parameters<typeof discovered>[0], ...paths: readonly string[]) =>
    (await discovered(planted, ...paths)).discovery.rootModules

  it('are judged through the root modules that lead to their module', async () => {
    const onlyFiles = new Set(['modules/db/main.tf'])
    expect(await asked(repository, 'modules/db/main.tf')).toEqual([
      { path: 'envs/dev', onlyFiles },
      { path: 'envs/prod', onlyFiles },
    ])
  })

  it('are asked about in every root module that leads to one of them', async () => {
    const onlyFiles = new Set(['envs/prod/main.tf', 'modules/db/outputs.tf'])
    expect(await asked(repository, 'envs/prod/main.tf', 'modules/db/outputs.tf')).toEqual([
      { path: 'envs/dev', onlyFiles },
      { path: 'envs/prod', onlyFiles },
    ])
  })

  it('make their directory a root module where nothing calls it', async () => {
    expect(await asked(repository, 'other/main.tf')).toEqual([{ path: 'other', onlyFiles: new Set(['other/main.tf']) }])
    expect(await asked(repository, 'buckets/main.tf')).toEqual([])
  })

  it('are judged by themselves where they are hidden from a run over the repository', async () => {
    const hidden = { ...repository, 'envs/prod/.terraform/modules/x/main.tf': cluster }
    const path = 'envs/prod/.terraform/modules/x/main.tf'
    expect(await asked(hidden, path)).toEqual([{ path: 'envs/prod/.terraform/modules/x', onlyFiles: new Set([path]) }])
  })

  it('are judged as the top of the repository where they stand there, and through those that call it', async () => {
    const library = {
      '.git': 'gitdir: elsewhere\n',
      'main.tf': cluster,
      'examples/full/main.tf': calling('../..'),
    }
    const onlyFiles = new Set(['main.tf'])
    expect(await asked(library, 'main.tf')).toEqual([
      { path: '.', onlyFiles },
      { path: 'examples/full', onlyFiles },
    ])
  })

  it('find their callers above the working directory, and none outside of the repository', async () => {
    const above = {
      '/repository/.git/HEAD': '',
      '/repository/modules/db/main.tf': cluster,
      '/repository/live/main.tf': calling('../modules/db'),
      '/other/main.tf': calling('../repository/modules/db'),
    }
    expect(await asked(above, '../repository/modules/db/main.tf')).toEqual([
      { path: '../repository/live', onlyFiles: new Set(['../repository/modules/db/main.tf']) },
    ])
  })

  it('say nothing of what is wrong in the rest of the repository', async () => {
    const broken = {
      ...repository,
      'secret/main.tf': { fails: 'EACCES' },
      'wrong/main.tf': `${cluster}resource {{{`,
      'wide.tf': new Uint8Array([0xff, 0xfe, 0x61, 0]),
    }
    const { discovery, messages } = await discovered(broken, 'modules/db/main.tf')
    expect(discovery.rootModules).toHaveLength(2)
    expect(messages()).toEqual([])
  })
})

describe('files of variables', () => {
  const repository = {
    '.git/HEAD': '',
    'live/main.tf': calling('../db'),
    'live/terraform.tfvars': 'a = 1\n',
    'live/env/prod.tfvars': 'a = 1\n',
    'live/dev.tfvars.json': '{"a": 1}',
    'db/main.tf': cluster,
  }

  it.each([['live/terraform.tfvars'], ['live/dev.tfvars.json'], ['live/terraform.tfvars', 'live/main.tf']])(
    'ask for all findings of their module: %j',
    async (...paths) => {
      const { discovery, messages } = await discovered(repository, ...paths)
      expect(discovery.rootModules).toEqual([{ path: 'live' }])
      expect(discovery.documents).toEqual([])
      expect(messages()).toEqual([])
    },
  )

  it('do so without a repository, too', async () => {
    const { discovery } = await discovered({ 'main.tf': cluster, 'prod.tfvars': 'a = 1\n' }, 'prod.tfvars')
    expect(discovery.rootModules).toEqual([{ path: '.' }])
  })

  it('are nothing where no configuration stands beside them', async () => {
    const { discovery, messages } = await discovered(repository, 'live/env/prod.tfvars')
    expect([discovery.rootModules, discovery.documents, messages()]).toEqual([[], [], []])
  })

  it('ask for nothing where a pattern matches them', async () => {
    const { discovery } = await discovered({ 'a/main.tf': bucket, 'b/prod.tfvars': '', 'b/c.txt': '' }, '*/*')
    expect([discovery.rootModules, discovery.documents]).toEqual([[], []])
  })
})

describe('modules beside the paths', () => {
  const repository = {
    '.git/HEAD': '',
    'live/main.tf': calling('../db'),
    'db/variables.tf': '',
    'db/deep/main.tf': cluster,
    'cluster/main.tf': cluster,
    'empty/readme.md': '',
  }
  const asked = async (planted: Parameters<typeof discovered>[0], ...modules: readonly string[]) => {
    const { rootModules, diagnostics } = await discover([], memoryFileSystem(planted), { modules })
    expect(diagnostics).toEqual([])
    return rootModules
  }

  it('are asked about whole, and without what lies below them', async () => {
    expect(await asked(repository, 'cluster', './db/deep/')).toEqual([{ path: 'cluster' }, { path: 'db/deep' }])
  })

  it('may have lost what a root module hoped to find there', async () => {
    const called = { ...repository, 'live/cluster.tf': cluster }
    expect(await asked(called, 'db')).toEqual([{ path: 'live' }])
    expect(await asked(repository, 'db')).toEqual([])
  })

  it('may be gone or empty', async () => {
    expect(await asked(repository, 'gone', 'empty', 'live/main.tf')).toEqual([])
  })
})

describe('bad input', () => {
  it('names a path that does not exist, and the one that was probably meant', async () => {
    const { discovery } = await discovered({ 'envs/production/main.tf': cluster }, 'envs/prodution', 'nothing/like/it')
    expect(discovery.diagnostics).toEqual([
      {
        severity: 'error',
        message: 'envs/prodution does not exist',
        file: 'envs/prodution',
        hint: 'did you mean envs/production?',
      },
      {
        severity: 'error',
        message: 'nothing/like/it does not exist',
        file: 'nothing/like/it',
        hint: 'name a directory, a .tf file or a plan as JSON; paths are relative to the working directory',
      },
    ])
  })

  it('tells a link that leads nowhere from a path that does not exist', async () => {
    const links = {
      'main.tf': cluster,
      'gone.tf': { link: 'nowhere.tf' },
      'loop/a.tf': { link: 'b.tf' },
      'loop/b.tf': { link: 'a.tf' },
      'loop/self': { link: 'self' },
    }
    const { discovery } = await discovered(links, 'gone.tf', 'loop/a.tf', './loop/self', 'loop/self/main.tf')
    const hints = discovery.diagnostics.map(({ severity, message, hint }) => [severity, message, hint])
    const correct = 'correct the link or remove it'
    expect(hints).toEqual([
      ['error', 'gone.tf is a symbolic link that leads nowhere', correct],
      ['error', 'loop/a.tf is a symbolic link that leads nowhere', correct],
      ['error', './loop/self is a symbolic link that leads nowhere', correct],
      ['error', 'loop/self/main.tf does not exist', expect.stringMatching(/^name a directory, /)],
    ])
  })

  it.each([
    ['EACCES', 'permission denied'],
    ['ENAMETOOLONG', 'its name is too long'],
  ])('does not take what it cannot look at (%s) for what does not exist', async (code, because) => {
    const fileSystem: FileSystem = {
      ...memoryFileSystem({ 'locked/main.tf': cluster }),
      kind: (path) => {
        throw Object.assign(new Error(`${code}: ${path}`), { code })
      },
    }
    const { diagnostics } = await discover(['locked/main.tf'], fileSystem)
    expect(diagnostics).toEqual([
      { severity: 'error', message: `locked/main.tf cannot be read: ${because}`, file: 'locked/main.tf' },
    ])
  })

  it('says that a directory is empty', async () => {
    const { messages } = await discovered({ 'empty/readme.md': '' }, 'empty')
    expect(messages()).toEqual(['error: empty holds no Terraform configuration'])
  })

  it('goes on behind what cannot be read', async () => {
    const { roots, messages } = await discovered({
      'main.tf': cluster,
      'secret.tf': { fails: 'EACCES' },
      'gone.tf': { link: 'nowhere.tf' },
      'wide.tf': new Uint8Array([0xff, 0xfe, 0x61, 0]),
    })
    expect(roots).toEqual(['.'])
    expect(messages()).toEqual([
      'error: secret.tf cannot be read: permission denied',
      'error: wide.tf is encoded in UTF-16, Terraform reads UTF-8 only',
      'warning: gone.tf is a symbolic link that leads nowhere, it is not read',
    ])
  })

  it('reads what is not UTF-8 as well as it can', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(`${cluster}# `), 0xff, 0x0a])
    const { roots, messages } = await discovered({ 'main.tf': bytes })
    expect(roots).toEqual(['.'])
    expect(messages()).toEqual(['error: main.tf is not valid UTF-8, broken characters are read as U+FFFD'])
  })

  it('says where the first character is that is not UTF-8', async () => {
    const text = `${cluster}# \u00fcber `
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0x0a])])
    const { discovery } = await discovered({ 'main.tf': bytes })
    const [diagnostic] = discovery.diagnostics
    expect(diagnostic?.span).toEqual({ start: text.length, end: text.length + 1 })
    expect(diagnostic?.source?.position(text.length)).toEqual({ line: cluster.split('\n').length, column: 8 })
    expect(diagnostic).toMatchObject({ file: 'main.tf', hint: 'save it as UTF-8' })
  })

  it('does not take UTF-16 without a byte order mark for a file without clusters', async () => {
    const little = Buffer.from(cluster, 'utf16le')
    const { messages } = await discovered({ 'a.tf': little, 'b.tf.json': Buffer.from(little).swap16() })
    expect(messages()).toEqual([
      'error: a.tf is encoded in UTF-16, Terraform reads UTF-8 only',
      'error: b.tf.json is encoded in UTF-16, Terraform reads UTF-8 only',
    ])
  })

  it('parses no file that is larger than anybody writes', async () => {
    const long = `locals {\n  x = [${'1,'.repeat(16_000_000)}]\n}\n`
    const { discovery, messages } = await discovered({ 'main.tf': cluster, 'long.tf': `# aws_rds_cluster\n${long}` })
    const directory = discovery.reader.survey.directory('.')
    const read = directory && discovery.reader.read(directory)
    expect([...(read?.declarations.resources.keys() ?? [])]).toEqual(['aws_rds_cluster.main'])
    expect(messages()).toEqual(['error: long.tf is too large to be parsed, it has 32.0 MB'])
    expect(discovery.diagnostics[0]?.hint).toMatch(/^nobody writes such a file by hand: /)
    // Where nothing of it is asked for, it is not parsed anyway.
    expect((await discovered({ 'main.tf': cluster, 'long.tf': long })).messages()).toEqual([])
  })

  it('says with the words of Terraform what is wrong in a file, and keeps the rest of it', async () => {
    const { discovery, roots } = await discovered({
      'main.tf': `${cluster}resource "aws_kms_key" "k" {\n  a = = 1\n}\n`,
    })
    expect(roots).toEqual(['.'])
    expect(discovery.diagnostics).toHaveLength(1)
    expect(discovery.diagnostics[0]?.message).toContain('Invalid expression')
    const read = discovery.reader.survey.directory('.')
    expect(read && [...discovery.reader.read(read).declarations.resources.keys()]).toContain('aws_rds_cluster.main')
  })
})

describe('the scanned tree', () => {
  it('holds the named directories and those of the modules, and nothing that links smuggle in', async () => {
    const { discovery } = await discovered(
      {
        'live/main.tf': calling('../modules/db'),
        'modules/db/main.tf': cluster,
        'modules/other/secret.txt': '',
        'live/escape': { link: '/etc' },
        '/etc/passwd': 'root',
      },
      'live',
    )
    const { scannedTree } = discovery
    expect(scannedTree.isInside('live/files/policy.json')).toBe(true)
    expect(scannedTree.isInside('modules/db/policy.json')).toBe(true)
    expect(scannedTree.isInside('modules/other/secret.txt')).toBe(false)
    expect(scannedTree.isInside('live/../modules/other/secret.txt')).toBe(false)
    expect(scannedTree.isInside('live/escape/passwd')).toBe(false)
    expect(scannedTree.isInside('/etc/passwd')).toBe(false)
    expect(scannedTree.isInside('live-2/x')).toBe(false)
  })
})
