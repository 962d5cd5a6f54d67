import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { openPlan, type PlanDocument, type PlannedInstance, type Wanted } from '../../src/plan/index.js'
import { accessTo } from './access.js'

/** What `terraform show -json` prints of the plan for the configuration beside it. */
const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}/plan.json`, import.meta.url))

const everything: Wanted = () => true
const aurora: Wanted = (mode, type) => mode === 'data' || type.startsWith('aws_rds_cluster') || type === 'aws_kms_key'

const open = (content: string | Uint8Array, wanted = everything): PlanDocument =>
  openPlan(accessTo(content), 'plan.json', { wanted })

const plan = (parts: object): PlanDocument => open(JSON.stringify({ format_version: '1.2', ...parts }))

const change = (address: string, more: object = {}): object => {
  const [type = '', name] = address.split('.')
  return { address, mode: 'managed', type, name, change: { actions: ['create'], before: null, after: {} }, ...more }
}

const addresses = (instances: readonly { readonly address: string }[]): string[] =>
  instances.map(({ address }) => address)

const at = (document: PlanDocument, address: string): PlannedInstance => {
  const found = document.changes.find((instance) => instance.address === address && !instance.deposed)
  if (!found) throw new Error(`no ${address}`)
  return found
}

describe('a plan that creates modules with for_each and count', () => {
  const document = open(fixture('create'), aurora)
  const module = 'module.db["b]\\"."]'

  it('has the instances of the wanted types', () => {
    expect(addresses(document.changes)).toEqual([
      'data.aws_iam_policy_document.later',
      'aws_kms_key.main',
      ...['module.db["a"]', module].flatMap((parent) => [
        `${parent}.aws_rds_cluster.this`,
        `${parent}.aws_rds_cluster_activity_stream.this`,
        `${parent}.aws_rds_cluster_instance.this[0]`,
        `${parent}.aws_rds_cluster_instance.this[1]`,
      ]),
    ])
    expect(document.diagnostics).toEqual([])
  })

  it('says what is known of an instance', () => {
    const stream = at(document, `${module}.aws_rds_cluster_activity_stream.this`)
    expect(stream).toMatchObject({
      moduleAddress: module,
      mode: 'managed',
      type: 'aws_rds_cluster_activity_stream',
      name: 'this',
      index: undefined,
      deposed: false,
      actions: ['create'],
      before: null,
      after: { mode: 'async' },
      afterUnknown: { resource_arn: true, kms_key_id: true },
      beforeSensitive: false,
      replacePaths: [],
      previousAddress: undefined,
      providerName: 'registry.terraform.io/hashicorp/aws',
    })
    expect(at(document, `${module}.aws_rds_cluster_instance.this[1]`).index).toBe(1)
    expect(at(document, `${module}.aws_rds_cluster.this`).afterSensitive).toMatchObject({ master_password: true })
    expect(document.exists('aws_kms_key.main')).toBe(false)
  })

  it('has the data sources that were read, not those that are yet to be', () => {
    expect(addresses(document.dataSources)).toEqual(['data.aws_iam_policy_document.key'])
    expect(document.dataSources[0]).toMatchObject({
      mode: 'data',
      moduleAddress: '',
      values: { version: '2012-10-17' },
    })
    expect(at(document, 'data.aws_iam_policy_document.later').actions).toEqual(['read'])
  })

  it('has versions, variables and providers', () => {
    expect([document.formatVersion, document.terraformVersion]).toEqual(['1.2', '1.11.4'])
    expect([...document.variables]).toEqual([
      ['names', ['a', 'b]".']],
      ['nothing', null],
      ['password', 'correct-horse'],
    ])
    expect([...document.providers.keys()]).toEqual(['aws', 'aws.replica'])
    expect(document.providers.get('aws.replica')).toMatchObject({
      name: 'aws',
      fullName: 'registry.terraform.io/hashicorp/aws',
      alias: 'replica',
      moduleAddress: undefined,
      expressions: { region: { constant_value: 'eu-west-1' } },
    })
  })

  it('reads the configuration when asked', () => {
    const root = document.configuration
    expect(root?.resourceAddresses).toEqual([
      'aws_iam_policy.decrypt',
      'aws_kms_key.main',
      'data.aws_iam_policy_document.key',
      'data.aws_iam_policy_document.later',
    ])
    expect(root?.resource('data.aws_iam_policy_document.key')).toMatchObject({ mode: 'data', providerConfigKey: 'aws' })
    expect(root?.resource('constructor')).toBeUndefined()
    expect(root?.variables.get('password')).toEqual({ default: 'correct-horse', sensitive: true })
    expect(root?.variables.get('nothing')?.sensitive).toBe(false)
    expect(root?.outputs.get('streams')).toMatchObject({ sensitive: false, expression: { references: ['module.db'] } })

    const call = root?.calls.get('db')
    expect(call).toMatchObject({
      source: './cluster',
      versionConstraint: undefined,
      expressions: { password: { references: ['var.password'] } },
      count: undefined,
      forEach: { references: ['var.names'] },
      dependsOn: ['aws_iam_policy.decrypt'],
    })
    expect(call?.module.resource('aws_rds_cluster_activity_stream.this')).toMatchObject({
      type: 'aws_rds_cluster_activity_stream',
      name: 'this',
      expressions: { mode: { constant_value: 'async' }, kms_key_id: { references: ['var.kms_key_id'] } },
      count: undefined,
      forEach: undefined,
      dependsOn: ['aws_rds_cluster_instance.this'],
    })
    expect(call?.module.resource('aws_rds_cluster_instance.this')?.count).toEqual({ references: ['var.instances'] })
    expect(call?.module.variables.get('kms_key_id')).toEqual({ sensitive: false })
    expect(call?.module.outputs.get('stream')?.sensitive).toBe(true)
  })
})

describe('a plan on top of a state', () => {
  const document = open(fixture('changes'))

  it('has each instance with its actions, deposed objects apart', () => {
    expect(document.changes.map(({ address, actions, deposed }) => [address, actions.join(), deposed])).toEqual([
      ['terraform_data.counted[0]', 'no-op', false],
      ['terraform_data.counted[1]', 'delete', false],
      ['terraform_data.kept', 'no-op', false],
      ['terraform_data.kept', 'delete', true],
      ['terraform_data.removed', 'delete', false],
      ['terraform_data.renamed', 'no-op', false],
      ['terraform_data.replaced', 'delete,create', false],
      ['terraform_data.updated', 'update', false],
    ])
  })

  it('says why and from where', () => {
    expect(at(document, 'terraform_data.replaced').replacePaths).toEqual([['triggers_replace']])
    expect(at(document, 'terraform_data.replaced').actionReason).toBe('replace_because_cannot_update')
    expect(at(document, 'terraform_data.removed')).toMatchObject({
      after: null,
      actionReason: 'delete_because_no_resource_config',
    })
    expect(at(document, 'terraform_data.renamed').previousAddress).toBe('terraform_data.before')
    expect(at(document, 'terraform_data.updated')).toMatchObject({ before: { input: 'old' }, after: { input: 'new' } })
  })

  it('knows what exists', () => {
    expect(document.exists('terraform_data.counted[1]')).toBe(true)
    expect(document.exists('terraform_data.renamed')).toBe(true)
    expect(document.exists('terraform_data.before')).toBe(false)
    expect(open(fixture('changes'), () => false).exists('terraform_data.kept')).toBe(false)
  })

  it('takes an imported resource for one that exists', () => {
    const imported = open(fixture('import'))
    expect(addresses(imported.changes)).toEqual(['terraform_data.adopted'])
    expect(imported.exists('terraform_data.adopted')).toBe(true)
  })
})

describe('other shapes of plans', () => {
  it('takes instances from planned_values where there are no changes', () => {
    const values = { engine: 'aurora-mysql' }
    const resource = {
      address: 'module.a.aws_rds_cluster.b',
      mode: 'managed',
      type: 'aws_rds_cluster',
      name: 'b',
      values,
    }
    const root = { child_modules: [{ resources: [resource], address: 'module.a' }] }
    const document = plan({ planned_values: { root_module: root } })
    expect(document.changes).toMatchObject([
      {
        address: 'module.a.aws_rds_cluster.b',
        moduleAddress: 'module.a',
        actions: ['no-op'],
        before: values,
        after: values,
      },
    ])
    expect(plan({ planned_values: { root_module: root }, resource_changes: [] }).changes).toEqual([])
  })

  it('completes the addresses that Terraform 0.12 wrote into the state', () => {
    const instance = (name: string, index?: string | number): object => ({
      address: `aws_kms_key.${name}`,
      mode: 'managed',
      type: 'aws_kms_key',
      name,
      ...(index === undefined ? {} : { index }),
    })
    const module = {
      resources: [instance('one'), instance('many', 0), instance('keyed', 'k"')],
      address: 'module.a.module.b',
    }
    const document = plan({
      format_version: '0.1',
      resource_changes: [],
      prior_state: {
        values: { root_module: { resources: [instance('top', 1)], child_modules: [{ child_modules: [module] }] } },
      },
    })
    for (const address of [
      'aws_kms_key.top[1]',
      'module.a.module.b.aws_kms_key.one',
      'module.a.module.b.aws_kms_key.many[0]',
      'module.a.module.b.aws_kms_key.keyed["k\\""]',
    ]) {
      expect([address, document.exists(address)]).toEqual([address, true])
    }
    expect(document.exists('aws_kms_key.one')).toBe(false)
  })

  it('prefers what the state says of a data source', () => {
    const source = (values: object): object => ({
      root_module: {
        resources: [{ address: 'data.aws_kms_key.k', mode: 'data', type: 'aws_kms_key', name: 'k', values }],
      },
    })
    const planned = source({ id: 'planned' })
    const prior = { values: source({ id: 'prior' }) }
    const ids = (document: PlanDocument): unknown[] => document.dataSources.map(({ values }) => values.id)
    expect(ids(plan({ planned_values: planned, resource_changes: [], prior_state: prior }))).toEqual(['prior'])
    expect(ids(plan({ planned_values: planned, resource_changes: [] }))).toEqual(['planned'])
  })

  it('takes keys in any order and with escapes', () => {
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([key, member]) => [key, sorted(member)]),
            )
          : value
    const original = fixture('create').toString()
    const written = open(original, aurora)
    const escapes = original
      .replaceAll('"aws_rds_cluster"', '"\\u0061ws_rds_cluster"')
      .replaceAll('"type":', '"\\u0074ype":')
      .replaceAll('"resource_changes"', '"resource\\u005fchanges"')
    for (const other of [open(JSON.stringify(sorted(JSON.parse(original)), null, 2), aurora), open(escapes, aurora)]) {
      expect(other.changes).toEqual(written.changes)
      expect(other.dataSources).toEqual(written.dataSources)
      expect(other.diagnostics).toEqual([])
      expect(other.configuration?.resource('aws_kms_key.main')).toEqual(
        written.configuration?.resource('aws_kms_key.main'),
      )
      const [call, same] = [other, written].map(({ configuration }) => configuration?.calls.get('db'))
      expect(call?.module.resource('aws_rds_cluster.this')).toEqual(same?.module.resource('aws_rds_cluster.this'))
    }
  })

  it('is not troubled by names of JavaScript', () => {
    const names = ['__proto__', 'constructor', 'toString']
    const members = `{${names.map((name) => `"${name}":{"value":"${name}","default":1,"expression":{}}`).join(',')}}`
    const entries = names.map((name) => JSON.stringify(change(`aws_kms_key.${name}`)))
    const document = open(
      `{"variables":${members},"resource_changes":[${entries.join(',')}],"configuration":{"provider_config":${members},` +
        `"root_module":{"outputs":${members},"variables":${members},"module_calls":${members}}}}`,
    )
    expect([...document.variables]).toEqual(names.map((name) => [name, name]))
    expect([...document.providers.keys()]).toEqual(names)
    const root = document.configuration
    for (const map of [root?.outputs, root?.variables, root?.calls]) expect([...(map?.keys() ?? [])]).toEqual(names)
    expect(document.changes.map(({ name }) => name)).toEqual(names)
    expect(document.exists('constructor')).toBe(false)
    expect(document.diagnostics).toEqual([])
  })

  it('takes the last of equal keys', () => {
    const document = open(
      `{"resource_changes":[${JSON.stringify(change('aws_kms_key.a'))}],"resource_changes":[${JSON.stringify(change('aws_kms_key.b'))}]}`,
    )
    expect(addresses(document.changes)).toEqual(['aws_kms_key.b'])
  })

  it('keeps no entry that is not what it should be', () => {
    const document = plan({
      variables: { a: 1, b: {}, c: { value: 2 } },
      resource_changes: [
        null,
        1,
        [],
        {},
        { address: 1, mode: 'managed', type: 'x' },
        { mode: 'other', type: 'x', address: 'x.y' },
        change('x.y', { change: 7, index: {} }),
      ],
      prior_state: { values: { root_module: { resources: 5, child_modules: {} } } },
      configuration: {
        provider_config: [],
        root_module: { resources: {}, module_calls: [], outputs: 1, variables: null },
      },
    })
    expect([...document.variables]).toEqual([['c', 2]])
    expect(document.changes).toMatchObject([
      { address: 'x.y', index: undefined, actions: [], after: null, afterUnknown: {} },
    ])
    expect(document.configuration?.outputs.size).toBe(0)
    expect(document.diagnostics).toEqual([])
  })

  it.each([['0.1'], ['0.2'], ['1.0'], ['1.2'], ['1.9']])('accepts format %s', (version) => {
    expect(plan({ format_version: version, resource_changes: [] }).diagnostics).toEqual([])
  })

  it.each([
    [
      'a newer format',
      { format_version: '2.0', resource_changes: [] },
      `the plan's format "2.0" is newer than the formats 0.1 to 1.2 known here`,
    ],
    [
      'an errored plan',
      { resource_changes: [], errored: true },
      'the plan is incomplete: making it ended with an error',
    ],
  ])('warns of %s', (_, parts, message) => {
    expect(plan(parts).diagnostics).toMatchObject([{ severity: 'warning', message, file: 'plan.json' }])
  })
})

describe('broken plans', () => {
  it('keeps what stands before the break, wherever it is, and never throws', () => {
    const bytes = fixture('changes')
    const whole = open(bytes)
    const counts = new Set<number>()
    // Up to its last brace; behind that is a line break.
    for (let end = 0; end < bytes.length - 1; end += 1) {
      const { changes, configuration, diagnostics } = open(bytes.subarray(0, end))
      counts.add(changes.length)
      const errors = diagnostics.filter(({ severity }) => severity === 'error')
      if (errors.length !== 1 || diagnostics.length !== 1) expect([end, diagnostics]).toEqual([end, ['one error']])
      if (end % 20 !== 0) continue
      if (changes.length > 0 && configuration) expect(changes).toEqual(whole.changes)
      for (const address of configuration?.resourceAddresses ?? []) {
        expect(configuration?.resource(address)).toEqual(whole.configuration?.resource(address))
      }
    }
    expect([...counts].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('says where the document ends', () => {
    const document = open('{"format_version":"1.2","resource_changes":[{"address":"a.b"')
    expect(document.diagnostics).toMatchObject([
      { severity: 'error', message: 'the JSON ends in the middle, at byte 60', file: 'plan.json' },
    ])
  })

  it('goes on behind an entry that is no JSON', () => {
    const entry = JSON.stringify(change('aws_kms_key.a'))
    const document = open(`{"resource_changes":[${entry.replace('"after":{}', '"after" {}')},${entry}]}`)
    expect(addresses(document.changes)).toEqual(['aws_kms_key.a'])
    expect(document.diagnostics).toMatchObject([
      { severity: 'error', message: 'a value is not valid JSON, at byte 21' },
    ])
  })

  it('warns of output before and behind the plan', () => {
    const document = open(
      `[command]terraform-bin show -json\n${fixture('import')}\n::debug::Terraform exited with code 0.\n`,
    )
    expect(addresses(document.changes)).toEqual(['terraform_data.adopted'])
    expect(document.configuration?.resource('terraform_data.adopted')?.type).toBe('terraform_data')
    expect(document.diagnostics.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'warning: the plan is preceded by other output, up to byte 34',
      expect.stringMatching(/^warning: the plan is followed by other output, from byte \d+ on$/),
    ])
  })

  it('is empty, with a diagnostic, for anything but a plan', () => {
    const document = open('{"@level":"info"}')
    expect(document).toMatchObject({
      changes: [],
      dataSources: [],
      configuration: undefined,
      diagnostics: [{ message: 'this is the log of terraform plan -json, not the plan' }],
    })
  })

  it.each([
    [
      'modules in the state',
      (deep: number) =>
        `{"resource_changes":[],"prior_state":{"values":{"root_module":${'{"child_modules":['.repeat(deep)}{}${']}'.repeat(deep)}}}}`,
      'what is nested 400 levels deep was not read, at byte 3643',
    ],
    [
      'module calls',
      (deep: number) =>
        `{"configuration":{"root_module":${'{"module_calls":{"a":{"module":'.repeat(deep)}{}${'}}}'.repeat(deep)}}}`,
      'what is nested 400 levels deep was not read, at byte 4145',
    ],
  ])('reads %s nested 10,000 deep as far as is safe', (_, text, message) => {
    expect(open(text(10_000)).diagnostics).toMatchObject([{ severity: 'warning', message }])
  })

  it.each([
    [
      'values',
      (deep: number) =>
        `{"resource_changes":[{"address":"a.b","mode":"managed","type":"a","change":{"after":{"x":${'['.repeat(deep)}${']'.repeat(deep)}}}}]}`,
    ],
    [
      'unknown members',
      (deep: number) =>
        `{"format_version":"1.2","x":${'{"x":'.repeat(deep)}1${'}'.repeat(deep)},"resource_changes":[{"address":"a.b","mode":"managed","type":"a"}]}`,
    ],
  ])('survives %s nested 10,000 deep', (_, text) => {
    const document = open(text(10_000))
    expect(addresses(document.changes)).toEqual(['a.b'])
    expect(document.diagnostics).toEqual([])
  })

  it('takes bytes that are no UTF-8 for replacement characters', () => {
    const [before = '', after = ''] = JSON.stringify({
      resource_changes: [change('aws_kms_key.a', { index: '@' })],
    }).split('@')
    const document = open(Buffer.concat([Buffer.from(before), Buffer.from([0xff, 0xc3]), Buffer.from(after)]))
    expect(document.changes).toMatchObject([{ address: 'aws_kms_key.a', index: '\ufffd\ufffd' }])
  })

  it('turns system errors into diagnostics, also when the configuration is read later', () => {
    const access = accessTo(fixture('import'))
    const document = openPlan(access, 'plan.json', { wanted: everything })
    vi.spyOn(access, 'read').mockImplementation(() => {
      throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' })
    })
    expect(document.configuration?.resource('terraform_data.adopted')).toBeUndefined()
    expect(document.diagnostics).toMatchObject([
      { severity: 'error', message: expect.stringMatching(/^this cannot be read at byte \d+: EIO$/) },
    ])
    expect(openPlan(access, 'plan.json', { wanted: everything }).diagnostics).toMatchObject([
      { message: 'this cannot be read: EIO' },
    ])
  })

  it('closes what it was given, once', () => {
    const access = accessTo(fixture('import'))
    const close = vi.spyOn(access, 'close')
    const document = openPlan(access, 'plan.json', { wanted: everything })
    document.close()
    document.close()
    expect(close).toHaveBeenCalledTimes(1)
    expect(document.configuration?.resource('terraform_data.adopted')).toBeUndefined()
  })
})

describe('a large plan', () => {
  it('is read about once, and of its configuration only what is asked for', () => {
    const original = JSON.parse(fixture('create').toString())
    const copies = Array.from({ length: 200 }, (_, copy) => `copy_${copy}`)
    const call = original.configuration.root_module.module_calls.db
    original.configuration.root_module.module_calls = Object.fromEntries(copies.map((name) => [name, call]))
    original.resource_changes = copies.flatMap(() => original.resource_changes)
    const access = accessTo(JSON.stringify(original))
    let bytes = 0
    const counting = {
      ...access,
      read: (into: Uint8Array, position: number): number => {
        const count = access.read(into, position)
        bytes += count
        return count
      },
    }
    const document = openPlan(counting, 'plan.json', { wanted: (_, type) => type === 'aws_rds_cluster' })
    expect(document.changes.length).toBe(400)
    expect(document.configuration?.calls.size).toBe(200)
    // The beginning is read twice: what it is has to be recognised first.
    expect(bytes).toBeLessThan(access.size * 1.05 + 2 * 1024 * 1024)
    const before = bytes
    document.configuration?.calls.get('copy_100')?.module.resource('aws_rds_cluster.this')
    expect(bytes - before).toBeLessThan(2000)
  })
})
