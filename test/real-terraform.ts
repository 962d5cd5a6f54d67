/** Terraform itself with the AWS provider, where the machine has both. Nothing is fetched. */
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where Terraform looks by itself, and where images that bring it along keep theirs. `PROVIDER_MIRROR` names any other. */
const mirrors = [
  process.env.PROVIDER_MIRROR ?? '',
  join(homedir(), '.terraform.d/plugins'),
  join(homedir(), '.local/share/terraform/plugins'),
  '/usr/local/share/terraform/plugins',
  '/usr/share/terraform/plugins',
  '/opt/tf-plugins',
]
const mirror = mirrors.find((path) => existsSync(join(path, 'registry.terraform.io/hashicorp/aws')))

export const hasTerraform = mirror !== undefined && spawnSync('terraform', ['version']).status === 0

export interface TerraformDiagnostic {
  readonly severity: 'error' | 'warning'
  readonly summary: string
  readonly detail?: string
  /** `filename` is relative to the directory. */
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } }
}

/** What `terraform validate` says of a directory, after `terraform init`. Throws where that fails. */
export const validate = (directory: string): readonly TerraformDiagnostic[] => {
  const run = initialised(directory)
  const validated: { readonly diagnostics: readonly TerraformDiagnostic[] } = JSON.parse(
    run('validate', '-json').stdout,
  )
  return validated.diagnostics
}

/** The JSON of the plan of a directory, which declares a provider that asks nobody. Throws where there is none. */
export const plan = (directory: string): string => {
  const run = initialised(directory)
  const planned = run('plan', '-input=false', '-no-color', '-refresh=false', '-out=plan.bin')
  if (planned.status !== 0) throw new Error(`terraform plan: ${planned.stdout}${planned.stderr}`)
  return run('show', '-json', 'plan.bin').stdout
}

/** The JSON of the state that lies in a directory, as the provider there knows it. Throws where Terraform refuses it. */
export const shownState = (directory: string): string => {
  const shown = initialised(directory)('show', '-json')
  if (shown.status !== 0) throw new Error(`terraform show: ${shown.stdout}${shown.stderr}`)
  return shown.stdout
}

/** A provider that makes plans without an account. */
export const OFFLINE_PROVIDER = `provider "aws" {
  region                      = "us-east-1"
  access_key                  = "mock"
  secret_key                  = "mock"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}
`

/** Paths within a directory, of what `terraform fmt` would write in another way. */
export const unformatted = (directory: string): readonly string[] =>
  terraform(directory, {})('fmt', '-check', '-recursive', '-list=true', '-no-color')
    .stdout.split('\n')
    .filter((line) => line !== '')

type Run = (...argv: readonly string[]) => {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const terraform =
  (directory: string, environment: Readonly<Record<string, string>>): Run =>
  (...argv) =>
    spawnSync('terraform', argv, {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      env: { PATH: process.env.PATH, HOME: directory, CHECKPOINT_DISABLE: '1', ...environment },
    })

const initialised = (directory: string): Run => {
  const config = join(directory, 'terraform.rc')
  writeFileSync(
    config,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
  )
  const run = terraform(directory, { TF_CLI_CONFIG_FILE: config, AWS_EC2_METADATA_DISABLED: 'true' })
  const init = run('init', '-input=false', '-no-color', '-backend=false')
  if (init.status !== 0) throw new Error(`terraform init: ${init.stdout}${init.stderr}`)
  return run
}
