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
  const config = join(directory, 'terraform.rc')
  writeFileSync(
    config,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
  )
  const env = { PATH: process.env.PATH, HOME: directory, TF_CLI_CONFIG_FILE: config, CHECKPOINT_DISABLE: '1' }
  const run = (...argv: readonly string[]) => spawnSync('terraform', argv, { cwd: directory, encoding: 'utf8', env })
  const init = run('init', '-input=false', '-no-color', '-backend=false')
  if (init.status !== 0) throw new Error(`terraform init: ${init.stdout}${init.stderr}`)
  const validated: { readonly diagnostics: readonly TerraformDiagnostic[] } = JSON.parse(
    run('validate', '-json').stdout,
  )
  return validated.diagnostics
}
