/** Comments change what is reported of what they stand at, and nothing else. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/finding.js'
import type { Report } from '../../src/report/report.js'
import { lintFiles } from './in-memory.js'

const MISSING = 'missing-activity-stream'
const KEY = 'invalid-kms-key-id'
const UNUSED = 'unused-suppression'

const lint = (text: string): Promise<Report> =>
  lintFiles({ 'main.tf': text }, { only: [MISSING, KEY], today: '2026-06-15' })

/** All that identifies a finding wherever its line is. */
const identity = ({ rule, severity, verdict, address, path, message, because, fingerprint }: Finding): string =>
  JSON.stringify([rule, severity, verdict, address, path, message, because, fingerprint])

const ofRules = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ rule }) => rule !== UNUSED)

const cluster = fc.record({
  kind: fc.constantFrom('bare', 'broken', 'mysql', 'several', 'undecided'),
  layout: fc.constantFrom('\n', '\n\n', '\n# more\n'),
})

/** A block or two for each, the lines apart. */
const configuration = (clusters: readonly { readonly kind: string; readonly layout: string }[]): readonly string[] => [
  'variable "engine" {}',
  ...clusters.flatMap(({ kind, layout }, index) => {
    const engine = kind === 'mysql' ? '"mysql"' : kind === 'undecided' ? 'var.engine' : '"aurora-mysql"'
    const count = kind === 'several' ? '  count = 2\n' : ''
    const block = `resource "aws_rds_cluster" "c${index}" {\n${count}  engine = ${engine}\n}${layout}`
    const stream = `resource "aws_rds_cluster_activity_stream" "c${index}" {\n  resource_arn = aws_rds_cluster.c${index}.arn\n  mode = "async"\n  kms_key_id = "my key"\n}`
    return `${block}${kind === 'broken' ? stream : ''}`.split('\n')
  }),
]

const comment = fc.record({
  rules: fc.constantFrom(MISSING, KEY, `${MISSING}, ${KEY}`),
  rest: fc.constantFrom(
    'reason="dev"',
    'reason="dev" until=2027-01-01',
    'reason="dev" until=2026-01-01',
    '',
    'reason=',
  ),
  style: fc.constantFrom('# ', '// ', '/* '),
  place: fc.constantFrom('above', 'behind'),
  line: fc.nat(40),
})

const commented = (
  lines: readonly string[],
  comments: readonly { rules: string; rest: string; style: string; place: string; line: number }[],
): string => {
  const written = lines.map((line) => [line])
  for (const { rules, rest, style, place, line } of comments) {
    const at = written[line % written.length]
    const text = `${style}tf-das-lint:ignore ${rules} ${rest}${style === '/* ' ? ' */' : ''}`
    // Behind another comment it would be a part of that.
    if (place === 'above' || at?.at(-1)?.includes('#')) at?.unshift(text)
    else at?.push(`${at.pop() ?? ''} ${text}`)
  }
  return `${written.flat().join('\n')}\n`
}

const clusters = fc.array(cluster, { minLength: 1, maxLength: 4 })
const options = { seed: 20_260_615, numRuns: 150 }

test('what is reported and what is suppressed are together what there is without comments', async () => {
  await fc.assert(
    fc.asyncProperty(clusters, fc.array(comment, { maxLength: 4 }), async (blocks, comments) => {
      const lines = configuration(blocks)
      const plain = await lint(`${lines.join('\n')}\n`)
      const { findings, suppressed, summary } = await lint(commented(lines, comments))
      const withoutEnds = (finding: Finding): Finding => ({
        ...finding,
        because: finding.because.filter((reason) => !reason.startsWith('the suppression at ')),
      })
      const all = [...ofRules(findings).map(withoutEnds), ...suppressed.map(({ finding }) => finding)]
      expect(all.map(identity).sort()).toEqual(plain.findings.map(identity).sort())
      expect(summary.suppressed).toBe(suppressed.length)
      expect(summary.errors + summary.warnings + summary.notes).toBe(findings.length)
      expect(summary.auroraClusters).toBe(plain.summary.auroraClusters)
    }),
    options,
  )
})

test('each suppression has met a finding, is back on duty, or is told of', async () => {
  await fc.assert(
    fc.asyncProperty(clusters, comment, async (blocks, one) => {
      const { findings, suppressed } = await lint(commented(configuration(blocks), [one]))
      const isBack = findings.some(({ because }) => because.some((reason) => reason.startsWith('the suppression at ')))
      expect(isBack || suppressed.length > 0 || findings.some(({ rule }) => rule === UNUSED)).toBe(true)
    }),
    options,
  )
})

test('taking what is reported at its word ends the reports', async () => {
  await fc.assert(
    fc.asyncProperty(clusters, async (blocks) => {
      const lines = configuration(blocks)
      const { findings } = await lint(`${lines.join('\n')}\n`)
      const places = new Map<number, Set<string>>()
      for (const { location, rule } of findings) {
        if (location?.kind !== 'source') throw new Error('a finding without a line')
        const { line } = location.source.position(location.span.start)
        places.set(line - 1, (places.get(line - 1) ?? new Set()).add(rule))
      }
      const comments = [...places].map(([line, rules]) => ({
        rules: [...rules].join(','),
        rest: 'reason="as found"',
        style: '# ',
        place: 'behind',
        line,
      }))
      const after = await lint(commented(lines, comments))
      expect(after.findings).toEqual([])
      expect(after.suppressed).toHaveLength(findings.length)
    }),
    options,
  )
})

test('no text behind the prefix throws, or suppresses without a reason', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      const line = text.replace(/[\r\n]/g, ' ')
      const { findings, suppressed } = await lint(
        `# tf-das-lint:${line}\nresource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n}\n`,
      )
      expect(suppressed).toEqual([])
      expect(ofRules(findings)).toHaveLength(1)
    }),
    options,
  )
})
