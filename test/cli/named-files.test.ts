/** What files stand for that are named one by one, as pre-commit names those of a commit. */
import { describe, expect, it } from 'vitest'
import { cluster } from '../streamed.js'
import { runOver } from './in-process.js'

const stream = (arn: string, after: string, key = 'aws_kms_key.main.key_id'): string => `resource "aws_kms_key" "main" {
  enable_key_rotation = true
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = ${arn}
  mode         = "async"
  kms_key_id   = ${key}
  depends_on   = [${after}]
}
`

describe('a file of variables', () => {
  const files = {
    '.git/HEAD': '',
    'db/main.tf': `variable "engine" {\n  default = "mysql"\n}\n\n${cluster('var.engine')}`,
    'db/stream.txt': '',
    'db/terraform.tfvars': 'engine = "aurora-postgresql"\n',
    'db/env/prod.tfvars': 'engine = "aurora-mysql"\n',
  }

  it('brings the findings of its module', async () => {
    const { code, stdout } = await runOver(files, ['db/terraform.tfvars'])
    expect(code).toBe(1)
    expect(stdout).toContain('--> db/main.tf:5:1')
  })

  it('brings none, and is no mistake, where no configuration stands beside it', async () => {
    expect(await runOver(files, ['db/env/prod.tfvars'])).toMatchObject({ code: 0, stderr: '' })
  })

  it('lets its module be mended', async () => {
    const quoted = stream('aws_rds_cluster.main.arn', 'aws_rds_cluster_instance.main', '"aws_kms_key.main.key_id"')
    const { code, files: written } = await runOver({ ...files, 'db/stream.tf': quoted }, [
      '--fix',
      'db/terraform.tfvars',
    ])
    expect(code).toBe(0)
    expect(written['db/stream.tf']).toBe(quoted.replace('"aws_kms_key.main.key_id"', 'aws_kms_key.main.key_id'))
  })
})

describe('a file of a module that is called', () => {
  const called = {
    '.git/HEAD': '',
    'modules/db/main.tf': `variable "engine" {}\n\n${cluster('var.engine')}\noutput "arn" {\n  value = aws_rds_cluster.main.arn\n}\n`,
    'live/main.tf': 'module "db" {\n  source = "../modules/db"\n  engine = "aurora-postgresql"\n}\n',
  }
  const found = async (files: Readonly<Record<string, string>>, path: string) => {
    const { stdout } = await runOver(files, ['--format', 'json', path])
    const { findings }: { readonly findings: readonly unknown[] } = JSON.parse(stdout)
    return findings
  }

  it('has the findings that a run over the repository has in it, with their addresses and fingerprints', async () => {
    const whole = await found(called, '.')
    expect(whole).toMatchObject([{ address: 'module.db.aws_rds_cluster.main', verdict: 'violation' }])
    expect(await found(called, 'modules/db/main.tf')).toEqual(whole)
    expect(await found(called, 'live/main.tf')).toEqual([])
  })

  it('has none where the stream stands beside the call', async () => {
    const streamed = { ...called, 'live/stream.tf': stream('module.db.arn', 'module.db') }
    expect(await found(streamed, 'modules/db/main.tf')).toEqual([])
  })

  it('is known by the baseline of the repository', async () => {
    const { files } = await runOver(called, ['--write-baseline'])
    const { code, stdout } = await runOver(files, ['--baseline', '.tf-das-lint-baseline.json', 'modules/db/main.tf'])
    expect(code).toBe(0)
    expect(stdout).not.toContain('error[')
  })
})
