/**
 * What Terraform itself makes of patched configurations: they are formatted as before, valid as before, and its plan shows what the
 * patches are for. Starting the provider takes longer than all else, so that many cases are modules of one configuration.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Finding } from '../src/finding.js'
import type { Report } from '../src/report/report.js'
import { filesOf, fixtures, SOURCE } from './cases.js'
import { lintFiles } from './lint/in-memory.js'
import { given, isMade, mended, patchesOf } from './mended.js'
import { beyond, changedFiles, type Files, patched } from './patched.js'
import { plant } from './plant.js'
import { hasTerraform, OFFLINE_PROVIDER, plan, unformatted, validate } from './real-terraform.js'

/** Of many cases; on a busy machine. */
const LONG = 120_000

const workspace = mkdtempSync(join(tmpdir(), 'tf-das-lint-patches-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

interface Patched {
  readonly name: string
  readonly files: Files
  readonly before: Report
  readonly after: Report
  /** With all patches together. */
  readonly all: Files
}

const allPatched = async (): Promise<readonly Patched[]> => {
  const found: Patched[] = []
  for (const [group, cases] of given) {
    for (const { name, files } of cases) {
      const before = await lintFiles(files)
      if (before.findings.every(({ fix }) => !fix)) continue
      const { after, files: all } = await mended(files, 'unsafe')
      found.push({ name: `${group}/${name}`, files, before, after, all })
    }
  }
  return found
}

const textOf = (files: Files, pattern: RegExp): string =>
  Object.entries(files)
    .filter(([path]) => pattern.test(path))
    .map(([, bytes]) => Buffer.from(bytes).toString())
    .join('\n')

/** Registries and other places that only `terraform init` could reach. */
const ELSEWHERE = /\bsource"?\s*[=:]\s*"(?!\.)/
/** What a module that is called may not have, and demands on versions, which those of another case may contradict. */
const OF_A_ROOT = /^\s*"?(?:terraform|import)\b/m

/** Whether Terraform can read it as one of many modules. */
const isCallable = ({ files, before, name }: Patched): boolean =>
  Object.keys(files).some((path) => /^[^/]*\.tf(\.json)?$/.test(path)) &&
  Object.keys(files).every((path) => !path.startsWith('.terraform/')) &&
  !ELSEWHERE.test(textOf(files, SOURCE)) &&
  !OF_A_ROOT.test(textOf(files, SOURCE)) &&
  before.diagnostics.length === 0 &&
  // Terraform looks at nothing else where it finds a cycle.
  name !== 'fixtures/awkward/cyclic-locals'

/** What a plan would have to ask AWS or somebody else for. */
const ASKS =
  /^\s*provider\b|^\s*(?:data\s+"?|"data"\s*:\s*\{\s*")aws_|^variable\b(?!.*\bdefault\b.*\}$)(?!(?:\n(?!\}).*)*\bdefault\b)/m

const isPlannable = (one: Patched): boolean =>
  isCallable(one) && !ASKS.test(textOf(one.files, SOURCE)) && one.after.findings.length === 0

/** What a patch is for and what it writes, without the names of the case. */
const kindOf = ({ rule, fix }: Finding): string =>
  `${rule}: ${fix?.title.replaceAll(/"[^"]*"|[^\s,]*[._[][^\s,]*/g, '…')}`

/** The first few for each kind of patch. */
const fewOfEachKind = (cases: readonly Patched[], most: number): readonly Patched[] => {
  const counts = new Map<string, number>()
  return cases.filter(({ before }) => {
    const kinds = new Set(before.findings.filter((finding) => isMade(finding, 'unsafe')).map(kindOf))
    const isWanted = [...kinds].some((kind) => (counts.get(kind) ?? 0) < most)
    if (isWanted) for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return isWanted
  })
}

/** A configuration that calls each of them as `module.case_<index>`. */
const plantCalls = (cases: readonly Files[], head: string): string => {
  const directory = mkdtempSync(join(workspace, 'calls-'))
  const calls = cases.map((files, at) => {
    plant(join(directory, `case_${at}`), files)
    const variables = textOf(files, /^[^/]*\.tf$/).matchAll(/^variable\s+"?([^\s"{]+)"?\s*\{(.*\}$|[\s\S]*?^\})/gm)
    const unknown = [...variables].flatMap(([, name, body = '']) => (/\bdefault\b/.test(body) ? [] : [name]))
    const inputs = unknown.map((name) => `  ${name} = var.unknown\n`).join('')
    return `module "case_${at}" {\n  source = "./case_${at}"\n${inputs}}\n`
  })
  writeFileSync(join(directory, 'main.tf'), [head, 'variable "unknown" {\n  default = null\n}\n', ...calls].join('\n'))
  return directory
}

/** The state that several cases start from, each in its module. */
const stateOf = (cases: readonly Files[]): string => {
  interface Resource {
    readonly module?: string
    readonly instances: readonly { readonly dependencies?: unknown }[]
  }
  const resources = cases.flatMap((files, at) => {
    const state = files['terraform.tfstate']
    if (!state) return []
    const parsed: { readonly resources: readonly Resource[] } = JSON.parse(Buffer.from(state).toString())
    return parsed.resources.map((resource) => ({
      ...resource,
      module: [`module.case_${at}`, ...(resource.module === undefined ? [] : [resource.module])].join('.'),
      instances: resource.instances.map(({ dependencies: _, ...instance }) => instance),
    }))
  })
  return JSON.stringify({
    version: 4,
    terraform_version: '1.11.4',
    serial: 1,
    lineage: 'patches',
    outputs: {},
    resources,
  })
}

/** What `terraform validate` says of each. */
const errorsIn = (configurations: readonly Files[]): readonly (readonly string[])[] => {
  const errors = validate(plantCalls(configurations, '')).filter(({ severity }) => severity === 'error')
  expect(errors.filter(({ range }) => !range?.filename.startsWith('case_'))).toEqual([])
  return configurations.map((_, at) =>
    errors.flatMap(({ summary, range }) => (range?.filename.startsWith(`case_${at}/`) ? [summary] : [])),
  )
}

interface PlannedChange {
  readonly address: string
  readonly type: string
  readonly change: { readonly actions: readonly string[] }
}

describe.skipIf(!hasTerraform)('with Terraform', () => {
  let cases: readonly Patched[] = []
  beforeAll(async () => {
    cases = await allPatched()
  }, LONG)

  test(
    'terraform fmt has nothing to say of a patched file that it had nothing to say of before',
    () => {
      const names = new Map<string, string>()
      const before = mkdtempSync(join(workspace, 'before-'))
      const after = mkdtempSync(join(workspace, 'after-'))
      for (const [at, one] of cases.entries()) {
        const alone = patchesOf(one.before.findings).map(({ edits }) => patched(one.files, edits))
        for (const [nth, changed] of [one.all, ...alone].entries()) {
          for (const path of changedFiles(one.files, changed)) {
            const place = `${at}/${nth}/${path}`
            names.set(place, one.name)
            plant(before, { [place]: one.files[path] ?? new Uint8Array() })
            plant(after, { [place]: changed[path] ?? new Uint8Array() })
          }
        }
      }
      const known = new Set(unformatted(before))
      const worse = unformatted(after).filter((place) => !known.has(place))
      expect(worse.map((place) => `${names.get(place)}: ${place}`)).toEqual([])
    },
    LONG,
  )

  test(
    'terraform validate has nothing to say of patched files that it had nothing to say of before',
    () => {
      const callable = fewOfEachKind(cases.filter(isCallable), 1)
      const after = errorsIn(callable.map(({ all }) => all))
      const suspects = callable.flatMap((one, at) => (after[at]?.length ? [{ one, errors: after[at] }] : []))
      if (suspects.length === 0) return
      const before = errorsIn(suspects.map(({ one }) => one.files))
      for (const [at, { one, errors }] of suspects.entries())
        expect(beyond(errors, before[at] ?? []), one.name).toEqual([])
    },
    LONG,
  )

  test(
    'terraform plans a stream for each cluster that gets one, and replaces none that is mended',
    () => {
      const plannable = cases.filter(isPlannable)
      const isFound = (rule: string) => (one: Patched) => one.before.findings.some((finding) => finding.rule === rule)
      const isApplied = ({ files }: Patched): boolean => files['terraform.tfstate'] !== undefined
      const chosen = [
        ...fewOfEachKind(plannable.filter((one) => !isApplied(one)).filter(isFound('missing-activity-stream')), 4),
        ...plannable.filter(isApplied).filter(isFound('kms-key-forces-replacement')),
      ]
      const configurations = chosen.map(({ all }) => all)
      const directory = plantCalls(configurations, OFFLINE_PROVIDER)
      writeFileSync(join(directory, 'terraform.tfstate'), stateOf(configurations))
      const { resource_changes: changes }: { readonly resource_changes: readonly PlannedChange[] } = JSON.parse(
        plan(directory),
      )
      const streams = changes.filter(({ type }) => type === 'aws_rds_cluster_activity_stream')
      for (const [at, { name, before }] of chosen.entries()) {
        const own = streams.filter(({ address }) => address.startsWith(`module.case_${at}.`))
        const actions = own.map(({ change }) => change.actions.join())
        const missing = before.findings.filter((finding) => finding.rule === 'missing-activity-stream' && finding.fix)
        const created = actions.filter((action) => action === 'create')
        expect(created.length, name).toBeGreaterThanOrEqual(missing.length)
        expect(
          actions.filter((action) => action.includes('delete')),
          name,
        ).toEqual([])
      }
      expect(streams.some(({ change }) => change.actions.join() === 'no-op')).toBe(true)
    },
    LONG,
  )

  test('terraform plans the sample with all of its patches, its stream and key included', async () => {
    const { files } = await mended(filesOf(join(fixtures, 'sample')), 'unsafe')
    const directory = mkdtempSync(join(workspace, 'sample-'))
    plant(directory, { 'main.tf': files['main.tf'] ?? new Uint8Array() })
    const { resource_changes: changes }: { readonly resource_changes: readonly PlannedChange[] } = JSON.parse(
      plan(directory),
    )
    expect(changes.map(({ address, change }) => `${change.actions.join()} ${address}`)).toEqual([
      'create aws_kms_key.database-audit',
      'create aws_rds_cluster.orders',
      'create aws_rds_cluster_activity_stream.audit',
      'create aws_rds_cluster_instance.orders[0]',
      'create aws_rds_cluster_instance.orders[1]',
    ])
  })
})
