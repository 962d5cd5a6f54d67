import { describe, expect, it, test } from 'vitest'
import { openPlan } from '../../src/plan/index.js'
import { accessTo } from './access.js'

const wanted = (mode: 'managed' | 'data', type: string): boolean => mode === 'managed' && type.startsWith('aws_rds_')

const open = (content: unknown, most?: number) =>
  openPlan(accessTo(typeof content === 'string' ? content : JSON.stringify(content), most), 'x.json', { wanted })

const messages = (content: unknown): readonly string[] =>
  open(content).diagnostics.map(({ severity, message }) => `${severity}: ${message}`)

const rawState = (...resources: readonly object[]) => ({
  version: 4,
  terraform_version: '1.11.4',
  serial: 7,
  lineage: 'x',
  outputs: {},
  resources,
})

const raw = (type: string, name: string, instances: readonly object[], more: object = {}) => ({
  ...more,
  mode: 'managed',
  type,
  name,
  provider: 'provider["registry.terraform.io/hashicorp/aws"]',
  instances,
})

describe('a state as Terraform keeps it', () => {
  it('gives the instances their addresses', () => {
    const { changes, origin, terraformVersion } = open(
      rawState(
        raw('aws_rds_cluster', 'one', [{ attributes: { engine: 'aurora-mysql' } }]),
        raw('aws_rds_cluster', 'counted', [
          { index_key: 0, attributes: {} },
          { index_key: 1, attributes: {} },
        ]),
        raw('aws_rds_cluster', 'this', [{ index_key: 'a"${b}', attributes: {} }], {
          module: 'module.db["x.y"].module.in',
        }),
        raw('aws_vpc', 'main', [{ attributes: {} }]),
      ),
    )
    expect({ origin, terraformVersion }).toEqual({ origin: 'state', terraformVersion: '1.11.4' })
    expect(changes.map(({ address }) => address)).toEqual([
      'aws_rds_cluster.one',
      'aws_rds_cluster.counted[0]',
      'aws_rds_cluster.counted[1]',
      'module.db["x.y"].module.in.aws_rds_cluster.this["a\\"$${b}"]',
    ])
    expect(changes[3]).toMatchObject({
      type: 'aws_rds_cluster',
      name: 'this',
      actions: ['no-op'],
    })
    expect(changes[0]).toMatchObject({ before: { engine: 'aurora-mysql' }, after: { engine: 'aurora-mysql' } })
  })

  it('has what is tainted, and not what is deposed or read', () => {
    const { changes, dataSources } = open(
      rawState(
        raw('aws_rds_cluster', 'tainted', [{ status: 'tainted', attributes: {} }]),
        raw('aws_rds_cluster', 'deposed', [{ deposed: 'abcd0123', attributes: {} }]),
        raw('aws_rds_cluster', 'replaced', [
          { deposed: 'abcd0123', attributes: { engine: 'old' } },
          { attributes: {} },
        ]),
        { ...raw('aws_rds_cluster', 'read', [{ attributes: {} }]), mode: 'data' },
      ),
    )
    expect(changes.map(({ address }) => address)).toEqual(['aws_rds_cluster.tainted', 'aws_rds_cluster.replaced'])
    expect(changes[1]?.after).toEqual({})
    expect(dataSources).toEqual([])
  })

  it('takes the region from the ARN where the resource does not say it', () => {
    const arn = 'arn:aws:rds:eu-west-1:123456789012:cluster:a'
    const { changes } = open(
      rawState(
        raw('aws_rds_cluster', 'five', [{ attributes: { arn } }]),
        raw('aws_rds_cluster', 'six', [{ attributes: { arn, region: 'eu-west-2' } }]),
      ),
    )
    expect(changes.map(({ after }) => after?.region)).toEqual(['eu-west-1', 'eu-west-2'])
  })

  it('marks what is sensitive', () => {
    const sensitive_attributes = [
      [{ type: 'get_attr', value: 'master_password' }],
      [
        { type: 'get_attr', value: 'list' },
        { type: 'index', value: 0 },
      ],
      [],
      'nothing',
    ]
    const { changes } = open(rawState(raw('aws_rds_cluster', 'one', [{ attributes: {}, sensitive_attributes }])))
    expect(changes[0]?.afterSensitive).toEqual({ master_password: true, list: true })
  })

  it('declares the addresses alone', () => {
    const { configuration } = open(
      rawState(
        raw('aws_rds_cluster', 'one', [{ attributes: { engine: 'aurora-mysql' } }]),
        raw('aws_rds_cluster', '__proto__', [{ index_key: 'constructor', attributes: {} }], {
          module: 'module.constructor["__proto__"]',
        }),
      ),
    )
    const declared = configuration?.resourceAddresses.map((address) => configuration.resource(address))
    expect(declared).toMatchObject([
      { knownAs: 'aws_rds_cluster.one', name: 'one', expressions: {}, dependsOn: [] },
      { knownAs: 'module.constructor["__proto__"].aws_rds_cluster.__proto__["constructor"]', name: '__proto__' },
    ])
    expect(configuration?.calls.size).toBe(0)
  })

  it('is read a piece at a time', () => {
    const state = rawState(
      ...Array.from({ length: 50 }, (_, at) => raw('aws_vpc', `v${at}`, [{ attributes: { cidr: 'x'.repeat(9_000) } }])),
      raw('aws_rds_cluster', 'one', [{ attributes: {} }]),
    )
    expect(open(state, 1_000).changes.map(({ address }) => address)).toEqual(['aws_rds_cluster.one'])
  })

  test.each<[string, unknown, readonly string[]]>([
    ['with nothing in it', rawState(), ['warning: this state is empty']],
    [
      'of Terraform 0.11',
      { version: 3, serial: 1, lineage: 'x', modules: [] },
      ['error: this is a state of format version 3, and only version 4 is read'],
    ],
    [
      'of a later Terraform',
      { version: 5, serial: 1, lineage: 'x' },
      ['error: this is a state of format version 5, and only version 4 is read'],
    ],
    [
      'of a strange version',
      { version: 'x', serial: 1 },
      ['error: this is a state of format version that is not known, and only version 4 is read'],
    ],
    [
      'that is encrypted',
      { serial: 1, lineage: 'x', meta: {}, encrypted_data: '…', encryption_version: 'v0' },
      ['error: this state is encrypted by OpenTofu'],
    ],
    [
      'of other things',
      { version: 4, serial: 1, resources: [null, 1, {}, { mode: 'managed', type: 'aws_rds_cluster' }] },
      [],
    ],
    ['with instances that are none', rawState(raw('aws_rds_cluster', 'one', [1 as never, null as never])), []],
  ])('%s', (_, content, expected) => {
    expect(messages(content)).toEqual(expected)
    expect(open(content).changes).toEqual([])
  })

  it('has no configuration where it cannot be read', () => {
    expect(open({ version: 3, serial: 1, modules: [] }).configuration).toBeUndefined()
    expect(open({ serial: 1, lineage: 'x', encrypted_data: '…' }).configuration).toBeUndefined()
  })

  it('keeps what was read before it ends', () => {
    const state = JSON.stringify(rawState(raw('aws_rds_cluster', 'one', [{ attributes: {} }]), raw('aws_vpc', 'b', [])))
    const document = open(state.slice(0, -20))
    expect(document.changes.map(({ address }) => address)).toEqual(['aws_rds_cluster.one'])
    expect(document.diagnostics).toMatchObject([
      {
        severity: 'error',
        hint: 'write it once more: terraform show -json > state.json; what could be read of it was linted',
      },
    ])
  })
})

describe('a state as terraform show -json prints it', () => {
  const shown = (rootModule: object) => ({
    format_version: '1.0',
    terraform_version: '1.11.4',
    values: { root_module: rootModule },
  })
  const entry = (address: string, values: object, more: object = {}) => {
    const [type, name] = address
      .replace(/\[\d\]$/, '')
      .split('.')
      .slice(-2)
    return { address, mode: 'managed', type, name, values, sensitive_values: {}, ...more }
  }

  it('is read through its modules', () => {
    const { changes, formatVersion } = open(
      shown({
        resources: [
          entry('aws_rds_cluster.one', { engine: 'x' }),
          entry('aws_rds_cluster.old', {}, { deposed_key: 'a' }),
        ],
        child_modules: [
          { address: 'module.db["a"]', resources: [entry('module.db["a"].aws_rds_cluster.this[0]', {}, { index: 0 })] },
        ],
      }),
    )
    expect(formatVersion).toBe('1.0')
    expect(changes.map(({ address }) => address)).toEqual([
      'module.db["a"].aws_rds_cluster.this[0]',
      'aws_rds_cluster.one',
    ])
  })

  test.each<[string, unknown, readonly string[]]>([
    ['without values', { format_version: '1.0' }, ['warning: this state is empty']],
    ['without resources', shown({}), []],
    ['of another kind', { format_version: '1.0', values: [] }, []],
    [
      'of a later format',
      { format_version: '2.0', values: {} },
      [`warning: the state's format "2.0" is newer than the formats 0.1 to 1.0 known here`],
    ],
    [
      'twice',
      `${JSON.stringify(shown({}))}\n{}`,
      ['warning: the JSON is followed by other output, from byte 82 on, which is not read'],
    ],
  ])('%s', (_, content, expected) => {
    expect(messages(content)).toEqual(expected)
  })

  it('keeps what was read before it ends', () => {
    const state = JSON.stringify(shown({ resources: [entry('aws_rds_cluster.one', {}), entry('aws_vpc.b', {})] }))
    const document = open(state.slice(0, -20))
    expect(document.changes.map(({ address }) => address)).toEqual(['aws_rds_cluster.one'])
    expect(document.diagnostics).toMatchObject([{ severity: 'error' }])
  })
})

describe('the clusters that AWS lists', () => {
  const ARN = 'arn:aws:rds:eu-west-1:123456789012:cluster:orders'
  const cluster = (more: object = {}) => ({
    DBClusterIdentifier: 'orders',
    DBClusterArn: ARN,
    Engine: 'aurora-postgresql',
    EngineVersion: '16.4',
    EngineMode: 'provisioned',
    Status: 'available',
    DBClusterMembers: [],
    ActivityStreamStatus: 'stopped',
    ...more,
  })
  const list = (...DBClusters: readonly unknown[]) => ({ DBClusters })

  it('are called by their ARNs', () => {
    const { changes, configuration, origin } = open(list(cluster()))
    expect(origin).toBe('aws')
    expect(changes).toMatchObject([
      {
        address: ARN,
        type: 'aws_rds_cluster',
        after: {
          arn: ARN,
          cluster_identifier: 'orders',
          engine: 'aurora-postgresql',
          engine_version: '16.4',
          region: 'eu-west-1',
        },
      },
    ])
    expect(configuration?.resource('aws_rds_cluster.0')).toMatchObject({ knownAs: ARN })
  })

  it.each([
    ['started', true],
    ['starting', true],
    ['stopping', false],
    ['stopped', false],
    [undefined, false],
    ['', false],
    [1, false],
  ])('with a stream that is %s: %s', (ActivityStreamStatus, isThere) => {
    const { changes } = open(
      list(cluster({ ActivityStreamStatus, ActivityStreamMode: 'async', ActivityStreamKmsKeyId: 'k' })),
    )
    expect(changes.slice(1)).toMatchObject(
      isThere
        ? [
            {
              address: `the activity stream of ${ARN}`,
              type: 'aws_rds_cluster_activity_stream',
              after: { resource_arn: ARN, mode: 'async', kms_key_id: 'k' },
            },
          ]
        : [],
    )
  })

  it('have instances', () => {
    const members = [
      { DBInstanceIdentifier: 'orders-1', IsClusterWriter: true },
      {},
      null,
      { DBInstanceIdentifier: 'a.b' },
    ]
    const { changes, isComplete } = open(list(cluster({ DBClusterMembers: members })))
    expect(changes.slice(1).map(({ address }) => address)).toEqual(['arn:aws:rds:eu-west-1:123456789012:db:orders-1'])
    expect(isComplete).toBe(true)
  })

  it('may have instances that are not told', () => {
    expect(open(list(cluster({ DBClusterMembers: undefined }))).isComplete).toBe(false)
  })

  it('are not there while they are deleted', () => {
    expect(open(list(cluster({ Status: 'deleting' }))).changes).toEqual([])
  })

  test.each<[string, unknown, readonly string[]]>([
    ['none', list(), []],
    [
      'one page of several',
      { ...list(), NextToken: 'eyJ' },
      ['warning: these are not all clusters: there is another page'],
    ],
    ['the last page', { ...list(), Marker: null }, []],
    [
      'one without ARN',
      list(cluster({ DBClusterArn: undefined }), cluster()),
      ['error: one of the clusters has no DBClusterArn, and cannot be judged'],
    ],
    ['what are none', list(1, null, {}), ['error: 3 of the clusters have no DBClusterArn, and cannot be judged']],
    [
      'an ARN that is none',
      list(cluster({ DBClusterArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:a b' })),
      ['error: one of the clusters has no DBClusterArn, and cannot be judged'],
    ],
    ['no list', { DBClusters: {} }, []],
    ['cut off', '{"DBClusters":[{"DBClusterArn":"arn', ['error: the JSON ends in the middle, at byte 35']],
  ])('%s', (_, content, expected) => {
    expect(messages(content)).toEqual(expected)
  })
})
