import { expect, test } from 'vitest'
import { baselineOf, baselineText, withBaseline } from '../../src/lint/baseline.js'
import { plainFinding, report } from '../report/samples.js'

const known = plainFinding({ fingerprint: 'a1' })
const fresh = plainFinding({ fingerprint: 'b2', severity: 'warning', address: 'aws_rds_cluster.fresh' })
const baseline = {
  file: 'known.json',
  findings: new Map([['a1', { rootModule: '.', address: 'x', rule: 'invalid-kms-key-id' }]]),
}

test('what a baseline holds is suppressed, and does not count', () => {
  const { findings, suppressed, summary, diagnostics } = withBaseline(report({ findings: [known, fresh] }), baseline)
  expect(findings).toEqual([fresh])
  expect(suppressed).toEqual([{ finding: known, suppression: { kind: 'baseline', file: 'known.json' } }])
  expect(summary).toMatchObject({ errors: 0, warnings: 1, notes: 0, suppressed: 1 })
  expect(diagnostics).toEqual([])
})

test('what was undecided is new when it is a violation, but not the other way round', () => {
  const undecided = plainFinding({ fingerprint: 'a1', verdict: 'undecided', severity: 'note' })
  const before = baselineOf('known.json', [undecided])
  expect(before.findings.get('a1')).toMatchObject({ verdict: 'undecided' })
  expect(withBaseline(report({ findings: [undecided] }), before).findings).toEqual([])
  expect(withBaseline(report({ findings: [known] }), before, new Set(['.']))).toMatchObject({
    findings: [known],
    diagnostics: [],
  })
  expect(withBaseline(report({ findings: [undecided] }), baseline).findings).toEqual([])
})

test.each([
  ['is not there', report(), ['1 of 1 finding in known.json is there no longer']],
  ['is there', report({ findings: [known] }), []],
  [
    'is suppressed otherwise',
    report({ suppressed: [{ finding: known, suppression: { kind: 'exemption', reason: 'x', file: 'c' } }] }),
    [],
  ],
  ['may be in what could not be read', report({ diagnostics: [{ severity: 'error', message: 'gone' }] }), ['gone']],
  ['is of a rule that did not run', report({ rules: [] }), []],
  ['is what only a plan can tell', report({ rules: report().rules.map((rule) => ({ ...rule, planOnly: true })) }), []],
])('an entry that %s', (_, found, messages) => {
  const { diagnostics } = withBaseline(found, baseline, new Set(['.', 'other']))
  expect(diagnostics.map(({ message }) => message)).toEqual(messages)
})

test('an entry of a root module that was not judged as a whole may still be there', () => {
  expect(withBaseline(report(), baseline, new Set(['other'])).diagnostics).toEqual([])
  expect(withBaseline(report(), baseline).diagnostics).toEqual([])
})

test('a baseline is sorted, a line for each finding, whatever the address holds', () => {
  const odd = plainFinding({ address: 'aws_rds_cluster.x["a\n\u0085\u202e"]', fingerprint: 'c3', home: '' })
  const text = baselineText([known, odd, fresh, known])
  expect(text).toBe(baselineText([fresh, known, odd]))
  expect(text.split('\n')).toEqual([
    '{',
    '  "version": 1,',
    '  "findings": [',
    '    { "address": "aws_rds_cluster.x[\\"a\\n\\u0085\\u202e\\"]", "path": "kms_key_id", "rule": "invalid-kms-key-id", "fingerprint": "c3" },',
    '    { "rootModule": ".", "address": "aws_rds_cluster.fresh", "path": "kms_key_id", "rule": "invalid-kms-key-id", "fingerprint": "b2" },',
    '    { "rootModule": ".", "address": "aws_rds_cluster_activity_stream.main", "path": "kms_key_id", "rule": "invalid-kms-key-id", "fingerprint": "a1" }',
    '  ]',
    '}',
    '',
  ])
})
