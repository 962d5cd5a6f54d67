import { describe, expect, test } from 'vitest'
import { show } from './configured.js'
import { changed, declared, planned } from './planned.js'

const CLUSTER = 'aws_rds_cluster.main'

describe("an attribute in the plan's account", () => {
  const cluster = (change: object) =>
    planned({ resources: [declared(CLUSTER)] }, { resource_changes: [changed(CLUSTER, change)] })

  test.each<[string, object, string]>([
    ['known', { after: { engine: 'aurora-mysql' } }, '"aurora-mysql"'],
    ['null', { after: { engine: null } }, 'null'],
    ['known only after apply', { after: {}, after_unknown: { engine: true } }, 'not held'],
    [
      'known only after apply, though it stands there',
      { after: { engine: 'x' }, after_unknown: { engine: true } },
      'not held',
    ],
    ['not unknown', { after: { engine: 'x' }, after_unknown: { engine: false } }, '"x"'],
    ['a list', { after: { engine: ['a', 'b'] }, after_unknown: { engine: [false, false] } }, '["a", "b"]'],
    [
      'a list, unknown in part',
      { after: { engine: ['a', null] }, after_unknown: { engine: [false, true] } },
      '["a", ?known only after apply]',
    ],
    [
      'a list, unknown at its end',
      { after: { engine: ['a'] }, after_unknown: { engine: [false, true] } },
      '["a", ?known only after apply]',
    ],
    ['an empty list', { after: { engine: [] }, after_unknown: { engine: [] } }, '[]'],
    ['an object', { after: { engine: { a: 1, b: true } } }, '{a = 1, b = true}'],
    [
      'an object, unknown in part',
      { after: { engine: { a: 1 } }, after_unknown: { engine: { b: true } } },
      '{a = 1, b = ?known only after apply}',
    ],
    [
      'a block, unknown in part',
      { after: { engine: [{ a: 1 }] }, after_unknown: { engine: [{ b: true }] } },
      '[{a = 1, b = ?known only after apply}]',
    ],
    ['nothing is planned', { after: null, after_unknown: {} }, 'not held'],
    ['left out', { after: {} }, 'not held'],
  ])('%s', (_, change, expected) => {
    const { state, instance } = cluster(change)
    const value = state.attribute(instance(CLUSTER), 'engine')
    expect(value ? show(value) : 'not held').toBe(expected)
  })

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'of a name that all objects have: %s',
    (name) => {
      const { state, instance } = cluster({ after: {}, after_unknown: {}, after_sensitive: {} })
      expect(state.attribute(instance(CLUSTER), name)).toBeUndefined()
    },
  )

  test.each<[string, unknown, readonly [boolean, boolean, boolean]]>([
    ['nothing', {}, [false, false, false]],
    ['false', false, [false, false, false]],
    ['one attribute', { text: true }, [true, false, false]],
    ['all of it', true, [true, true, true]],
    ['a list as a whole', { list: true }, [false, true, true]],
    ['an element', { list: [true] }, [false, false, true]],
    ['another element', { list: [false, true] }, [false, false, false]],
  ])('sensitive: %s', (_, marks, expected) => {
    const { state, instance } = cluster({ after: { text: 'a', list: ['b'] }, after_sensitive: marks })
    const at = (name: string) => state.attribute(instance(CLUSTER), name)
    const list = at('list')
    const first = list?.kind === 'list' ? list.items[0] : undefined
    expect([at('text')?.sensitive, list?.sensitive, list?.sensitive || first?.sensitive].map(Boolean)).toEqual(expected)
  })
})

describe('what exists after the apply', () => {
  const SECOND = 'aws_rds_cluster.second'
  const both = (changes: readonly object[], more: object = {}) =>
    planned({ resources: [declared(CLUSTER), declared(SECOND)] }, { resource_changes: changes, ...more })

  test.each<[string, readonly string[], boolean]>([
    ['created', ['create'], true],
    ['left alone', ['no-op'], true],
    ['updated', ['update'], true],
    ['replaced', ['delete', 'create'], true],
    ['replaced, the new one first', ['create', 'delete'], true],
    ['deleted', ['delete'], false],
    ['forgotten', ['forget'], false],
    ['replaced, and the old one forgotten', ['create', 'forget'], true],
  ])('%s', (_, actions, exists) => {
    const { addresses } = both([changed(CLUSTER, { actions }), changed(SECOND)])
    expect(addresses.includes(CLUSTER)).toBe(exists)
    expect(addresses).toContain(SECOND)
  })

  test('a deposed object is no instance', () => {
    const deposed = changed(CLUSTER, { actions: ['delete'], after: null }, { deposed: '00000001' })
    expect(both([deposed]).addresses).toEqual([])
    const { addresses, attribute } = both([changed(CLUSTER, { after: { engine: 'new' } }), deposed])
    expect(addresses).toEqual([CLUSTER])
    expect(attribute(CLUSTER, 'engine')).toBe('"new"')
  })

  test('what is deleted says nothing of its attributes', () => {
    const { state, evaluator } = both([
      changed(CLUSTER, { actions: ['delete'], before: { engine: 'old' }, after: null }),
    ])
    const resource = evaluator.root.module.resources.get(CLUSTER)
    if (!resource) throw new Error('no cluster')
    const of = { module: evaluator.rootInstance, resource, key: { kind: 'none' } } as const
    expect(state.attribute(of, 'engine')).toBeUndefined()
    expect(state.isAbsent(evaluator.rootInstance, resource)).toBe(true)
    expect(state.change(CLUSTER)?.actions).toEqual(['delete'])
  })

  test('a plan for a target leaves what exists, and creates nothing else', () => {
    const values = { root_module: { resources: [{ ...declared(SECOND), values: { engine: 'aurora-mysql' } }] } }
    const { addresses, attribute } = both([], { prior_state: { format_version: '1.0', values } })
    expect(addresses).toEqual([SECOND])
    expect(attribute(SECOND, 'engine')).toBe('"aurora-mysql"')
  })

  test('some of several instances', () => {
    const { addresses } = planned(
      { resources: [declared(CLUSTER, {}, { for_each_expression: { references: ['var.x'] } })] },
      {
        resource_changes: [
          changed(`${CLUSTER}["a"]`),
          changed(`${CLUSTER}["b"]`, { actions: ['delete'], after: null }),
          changed(`${CLUSTER}["c"]`, { actions: ['no-op'] }),
        ],
      },
    )
    expect(addresses).toEqual([`${CLUSTER}["a"]`, `${CLUSTER}["c"]`])
  })
})

describe('keys', () => {
  const FOR_EACH = { for_each_expression: { references: ['var.x'] } }
  const COUNT = { count_expression: { references: ['var.n'] } }

  test.each<[string, object, readonly string[]]>([
    ['plain', FOR_EACH, ['["a"]', '["b"]']],
    ['with dots and brackets', FOR_EACH, ['["a.b"]', '["c[0]"]', '["d]"]']],
    ['with quotes and backslashes', FOR_EACH, ['["a\\"b"]', '["c\\\\d"]', '["\\""]']],
    ['with templates in them', FOR_EACH, ['["$${x}"]', '["%%{y}"]']],
    ['like addresses', FOR_EACH, ['["module.db"]', '["aws_rds_cluster.main"]']],
    ['of other alphabets', FOR_EACH, ['["ключ"]', '["鍵"]']],
    ['like names of objects', FOR_EACH, ['["__proto__"]', '["constructor"]']],
    ['numbers', COUNT, ['[0]', '[1]', '[2]']],
    ['numbers as text', FOR_EACH, ['["0"]', '["1"]']],
  ])('%s', (_, repetition, keys) => {
    const { addresses } = planned(
      { resources: [declared(CLUSTER, {}, repetition)] },
      { resource_changes: keys.map((key) => withKey(CLUSTER, key)) },
    )
    expect([...addresses].sort()).toEqual(keys.map((key) => `${CLUSTER}${key}`).sort())
  })

  test.each<[string, object, readonly string[]]>([
    ['plain', FOR_EACH, ['["a"]', '["b"]']],
    ['with dots, brackets and quotes', FOR_EACH, ['["a.b"]', '["c]d"]', '["e\\"f"]']],
    ['numbers', COUNT, ['[0]', '[1]']],
  ])('of a module: %s', (_, repetition, keys) => {
    const { addresses } = planned(
      { module_calls: { db: { source: './db', ...repetition, module: { resources: [declared(CLUSTER)] } } } },
      { resource_changes: keys.map((key) => changed(`module.db${key}.${CLUSTER}`)) },
    )
    expect([...addresses].sort()).toEqual(keys.map((key) => `module.db${key}.${CLUSTER}`).sort())
  })

  test('of modules in modules', () => {
    const inner = { source: './b', ...COUNT, module: { resources: [declared(CLUSTER)] } }
    const outer = { source: './a', ...FOR_EACH, module: { module_calls: { b: inner } } }
    const all = ['module.a["x"].module.b[0]', 'module.a["x"].module.b[1]', 'module.a["y"].module.b[0]']
    const { addresses } = planned(
      { module_calls: { a: outer } },
      { resource_changes: all.map((module) => changed(`${module}.${CLUSTER}`)) },
    )
    expect(addresses).toEqual(all.map((module) => `${module}.${CLUSTER}`))
  })
})

/** Terraform writes a template's sign twice in an address, and once in the key. */
const withKey = (address: string, key: string): object => ({
  ...changed(`${address}[0]`),
  address: `${address}${key}`,
  index: JSON.parse(key.slice(1, -1).replaceAll('$${', '${').replaceAll('%%{', '%{')),
})

describe('settled: made of nothing that is known only after apply', () => {
  const settled = (...changes: readonly object[]): boolean =>
    planned({ resources: [declared(CLUSTER)] }, { resource_changes: changes }).state.isSettled(CLUSTER, 'engine')

  test.each<[string, boolean, readonly object[]]>([
    ['known', true, [changed(CLUSTER, { after: { engine: 'a' } })]],
    ['unknown', false, [changed(CLUSTER, { after_unknown: { engine: true } })]],
    ['unknown within', false, [changed(CLUSTER, { after_unknown: { engine: [{ a: true }] } })]],
    ['known within', true, [changed(CLUSTER, { after_unknown: { engine: [{ a: false }] } })]],
    [
      'unknown in one of two',
      false,
      [changed(`${CLUSTER}[0]`), changed(`${CLUSTER}[1]`, { after_unknown: { engine: true } })],
    ],
    [
      'unknown in one that is deleted',
      true,
      [changed(`${CLUSTER}[0]`), changed(`${CLUSTER}[1]`, { actions: ['delete'], after_unknown: { engine: true } })],
    ],
    ['no instance', false, []],
  ])('%s', (_, expected, changes) => {
    expect(settled(...changes)).toBe(expected)
  })

  test('over all instances of the modules around', () => {
    const { state } = planned(
      { module_calls: { db: { source: './db', module: { resources: [declared(CLUSTER)] } } } },
      {
        resource_changes: [
          changed(`module.db["a.b"].${CLUSTER}`),
          changed(`module.db["c"].${CLUSTER}`, { after_unknown: { engine: true } }),
        ],
      },
    )
    expect([
      state.isSettled(`module.db.${CLUSTER}`, 'engine'),
      state.isSettled(`module.db.${CLUSTER}`, 'name'),
    ]).toEqual([false, true])
  })
})

describe('a data source that was read', () => {
  const KEY = 'data.aws_kms_key.main'
  const read = (values: object, more: object = {}): object => ({
    prior_state: {
      values: { root_module: { resources: [{ ...declared(KEY), values, ...more }] } },
    },
  })

  test('gives its values', () => {
    const { attribute } = planned({ resources: [declared(KEY)] }, read({ id: 'abc', enabled: true }))
    expect([attribute(KEY, 'id'), attribute(KEY, 'enabled')]).toEqual(['"abc"', 'true'])
  })

  test('has no attribute by a name that every object has', () => {
    const { attribute } = planned({ resources: [declared(KEY)] }, read({ id: 'abc' }))
    expect([attribute(KEY, 'constructor'), attribute(KEY, '__proto__')]).toEqual(['left out', 'left out'])
  })

  test('keeps what is sensitive so', () => {
    const { state, instance } = planned(
      { resources: [declared(KEY)] },
      read({ id: 'abc', arn: 'x' }, { sensitive_values: { id: true } }),
    )
    expect(['id', 'arn'].map((name) => state.attribute(instance(KEY), name)?.sensitive)).toEqual([true, undefined])
  })
})
