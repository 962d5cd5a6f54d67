import { describe, expect, it } from 'vitest'
import type { Edit, Finding, Fix } from '../../src/finding.js'
import { displayWidth } from '../../src/report/display-width.js'
import { text } from '../../src/report/text.js'
import { SourceFile } from '../../src/source/source-file.js'
import { at, coverageRule, finding, keyRule, plain, plainFinding, related, report, spanOf, stream } from './samples.js'

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`
const show = (parts: Parameters<typeof report>[0], options = plain): string => text(report(parts), options)

describe('a finding', () => {
  it('shows place, frame, reasons, patch and a closing count', () => {
    const location = at(stream, 'resource "aws_kms_key" "audit"')
    expect(show({ findings: [finding({ related: [related('aws_kms_key.audit is here', location)] })] })).toBe(
      lines(
        'main.tf  1 error',
        '',
        'error[invalid-kms-key-id]: the key of aws_rds_cluster_activity_stream.main is',
        'the text "aws_kms_key.audit.arn", no key',
        ' --> main.tf:7:18',
        '  |',
        '6 |   mode         = "async"',
        '7 |   kms_key_id   = "aws_kms_key.audit.arn"',
        '  |                  ^^^^^^^^^^^^^^^^^^^^^^^',
        '8 | }',
        '  |',
        '  = why: Validate and plan accept any text here; the apply fails after the',
        '         cluster was created.',
        '  = see: main.tf:1:1 aws_kms_key.audit is here',
        '  = help: write the reference without quotes',
        '  = patch: refer to the key',
        '7 | -   kms_key_id   = "aws_kms_key.audit.arn"',
        '7 | +   kms_key_id   = aws_kms_key.audit.key_id',
        '  = docs: https://example.org/rules/invalid-kms-key-id',
        '',
        '1 error (1 with a patch); stream declared for 1 of 1 Aurora cluster',
        'tf-das-lint --fix mends it',
      ),
    )
  })

  it('says why and where to read on once for each rule', () => {
    const second = plainFinding({ location: at(stream, '"async"'), message: 'another' })
    const shown = show({ findings: [finding(), second] })
    expect(shown.match(/= why:/g)).toHaveLength(1)
    expect(shown.match(/= docs:/g)).toHaveLength(1)
    expect(shown.match(/= help:/g)).toHaveLength(2)
  })

  it('of a plan without source has its address and attribute, and no frame', () => {
    const shown = show({ findings: [plainFinding({ location: { kind: 'document', file: 'plan.json' } })] })
    expect(shown).toContain('plan.json  1 error\n')
    expect(shown).toContain('\n --> aws_rds_cluster_activity_stream.main.kms_key_id\n')
    expect(shown).not.toContain(' |')
  })

  it('that is undecided says so, and what stands in the way', () => {
    const undecided = plainFinding({ severity: 'note', verdict: 'undecided', because: ['var.engine has no value'] })
    const shown = show({ findings: [undecided] })
    expect(shown).toContain('undecided[invalid-kms-key-id]: ')
    expect(shown).toContain('= because: var.engine has no value')
    expect(shown).toContain('1 note; ')
  })

  it('is grouped with others of its file, under one heading', () => {
    const other = new SourceFile('other.tf', 'a = 1\n')
    const shown = show({
      findings: [
        finding(),
        plainFinding({ location: at(stream, '"async"'), severity: 'warning', message: 'mode' }),
        plainFinding({ location: at(other, '1'), message: 'other' }),
      ],
    })
    expect(shown.match(/^\S+\.tf {2}.*$/gm)).toEqual(['main.tf  1 error, 1 warning', 'other.tf  1 error'])
  })
})

describe('several instances with one cause', () => {
  const instance = (address: string, message = `${address} has no activity stream`) =>
    plainFinding({ rule: 'missing-activity-stream', address, message, hint: '', location: at(stream, '"async"') })

  it('are one entry that names them', () => {
    const shown = show({
      findings: [
        instance('module.db["a"].aws_rds_cluster.this[0]'),
        instance('module.db["b"].aws_rds_cluster.this[0]'),
      ],
    })
    expect(shown).toContain('error[missing-activity-stream]: module.db.aws_rds_cluster.this has no activity')
    expect(shown).toContain(
      '  = on: module.db["a"].aws_rds_cluster.this[0],\n        module.db["b"].aws_rds_cluster.this[0]\n',
    )
    expect(shown.match(/error\[/g)).toHaveLength(1)
    expect(shown).toContain('2 errors; ')
  })

  it('in two modules are named after what they have in common', () => {
    const shown = show({
      findings: [instance('module.a.aws_rds_cluster.this'), instance('module.b.aws_rds_cluster.this')],
    })
    expect(shown).toContain('error[missing-activity-stream]: aws_rds_cluster.this has no activity stream\n')
    expect(shown).toContain('  = on: module.a.aws_rds_cluster.this, module.b.aws_rds_cluster.this\n')
  })

  it('stay apart where their messages differ', () => {
    const shown = show({ findings: [instance('a.b[0]', 'one thing'), instance('a.b[1]', 'another')] })
    expect(shown.match(/error\[/g)).toHaveLength(2)
  })

  it('stay apart where they name another instance of their resource', () => {
    const moved = (from: string, to: string) => instance(`a.b[${from}]`, `a.b[${from}] is now a.b[${to}]`)
    const shown = show({ findings: [moved('0', '"x"'), moved('1', '"y"')] })
    expect(shown).toContain('a.b[0] is now a.b["x"]')
    expect(shown).toContain('a.b[1] is now a.b["y"]')
  })

  describe('and a patch', () => {
    const prod = new SourceFile('prod/main.tf', 'a = 1\n')
    const test = new SourceFile('test/main.tf', 'a = 1\n')
    const adding = (source: SourceFile, title = 'add it'): Fix => ({
      safety: 'unsafe',
      title,
      edits: [{ source, span: { start: 6, end: 6 }, text: 'b = 2\n' }],
    })
    const patched = (address: string, fix?: Fix, rootModule?: string): Finding => ({
      ...instance(address),
      ...(fix && { fix }),
      ...(rootModule !== undefined && { rootModule }),
    })

    it('each are one entry with all of the patches, each with what it is for', () => {
      const shown = show({
        findings: [
          patched('module.db.aws_rds_cluster.this', adding(prod), 'prod'),
          patched('module.db.aws_rds_cluster.this', adding(test, 'add another'), 'test'),
        ],
      })
      expect(shown.match(/error\[/g)).toHaveLength(1)
      expect(shown).toContain(
        lines(
          '  = patch (unsafe): add it, for module.db.aws_rds_cluster.this (prod)',
          ' --> prod/main.tf',
          '2 | + b = 2',
          '  = patch (unsafe): add another, for module.db.aws_rds_cluster.this (test)',
          ' --> test/main.tf',
          '2 | + b = 2',
        ),
      )
      expect(shown).toContain('2 errors (2 with a patch); ')
    })

    it('in common do not say what it is for', () => {
      const shown = show({ findings: [patched('a.b[0]', adding(prod)), patched('a.b[1]', adding(prod, 'again'))] })
      expect(shown).toContain('  = patch (unsafe): add it\n')
      expect(shown.match(/= patch/g)).toHaveLength(1)
    })

    it('for some of them say for which, whichever comes first', () => {
      const shown = show({
        findings: [patched('a.b[0]'), patched('a.b[1]', adding(prod)), patched('a.b[2]', adding(prod))],
      })
      expect(shown).toContain('  = patch (unsafe): add it, for a.b[1], a.b[2]\n')
      expect(shown.match(/= patch/g)).toHaveLength(1)
    })

    it('that was shown before say so, and what it is for', () => {
      const other = { ...patched('c.d', adding(prod)), message: 'other' }
      const shown = show({ findings: [other, patched('a.b[0]', adding(test)), patched('a.b[1]', adding(prod))] })
      expect(shown).toContain('  = patch (unsafe): add it, for a.b[1]: the same patch as above\n')
    })

    it('each have line numbers of one width', () => {
      const long = new SourceFile('long.tf', 'a = 1\n'.repeat(2_000))
      const end = { start: long.text.length, end: long.text.length }
      const fix = { ...adding(long), edits: [{ source: long, span: end, text: 'b = 2\n' }] }
      const shown = show({ findings: [patched('a.b[0]', adding(prod)), patched('a.b[1]', fix)] })
      expect(shown).toContain('\n   2 | + b = 2\n')
      expect(shown).toContain('\n2001 | + b = 2\n')
    })
  })

  it('are counted where they are too many to name', () => {
    const findings = Array.from({ length: 100 }, (_, index) => instance(`aws_rds_cluster.this[${index}]`))
    const shown = show({ findings })
    expect(shown).toContain('aws_rds_cluster.this[7] and 92 more')
    expect(shown).toContain('100 errors')
  })
})

describe('a code frame', () => {
  const frameOf = (source: SourceFile, marked: string, options = plain): readonly string[] =>
    show({ findings: [plainFinding({ location: at(source, marked) })] }, options)
      .split('\n')
      .filter((line) => /^ *\d* \|/.test(line))

  it('expands tabs and keeps the underline below its span', () => {
    expect(frameOf(new SourceFile('t.tf', '\tkey\t= "x"\n'), '"x"')).toEqual([
      '  |',
      '1 |   key = "x"',
      '  |         ^^^',
      '  |',
    ])
  })

  it('counts wide characters twice and combining ones not at all', () => {
    expect(frameOf(new SourceFile('t.tf', 'x = "日本" # e\u0301\ny = { "キー" = "値" }\n'), '"値"')).toEqual([
      '  |',
      '1 | x = "日本" # e\u0301',
      '2 | y = { "キー" = "値" }',
      '  |                ^^^^',
      '  |',
    ])
  })

  it('of a file with a byte order mark and CRLF has neither', () => {
    const source = new SourceFile('t.tf', '\ufeffa = 1\r\nb = 2\r\n')
    expect(frameOf(source, '2')).toEqual(['  |', '1 | a = 1', '2 | b = 2', '  |     ^', '  |'])
    expect(frameOf(source, 'a')).toEqual(['  |', '1 | a = 1', '  | ^', '2 | b = 2', '  |'])
  })

  it('of a long line shows the part that is meant', () => {
    const source = new SourceFile('t.tf', `${'a'.repeat(50_000)} "here" ${'b'.repeat(50_000)}\n`)
    const [, line = '', mark = ''] = frameOf(source, '"here"')
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('"here"')
    expect(line).toMatch(/^1 \| ….*…$/)
    expect(displayWidth(line)).toBeLessThanOrEqual(80)
  })

  it('of a span that does not fit shows where it begins, and what it belongs to', () => {
    const source = new SourceFile('t.tf', `  kms_key_id = "${'a'.repeat(100)}"\n`)
    const [, line = '', mark = ''] = frameOf(source, `"${'a'.repeat(100)}"`)
    expect(line).toMatch(/^1 \| {3}kms_key_id = "a+…$/)
    expect(mark.indexOf('^')).toBe(line.indexOf('"'))
  })

  it('of several lines underlines the first', () => {
    const source = new SourceFile('t.tf', 'x = [\n  1,\n]\n')
    expect(frameOf(source, '[\n  1,\n]')).toEqual(['  |', '1 | x = [', '  |     ^', '2 |   1,', '  |'])
  })
})

describe('a patch', () => {
  const patched = (source: SourceFile, edits: readonly (readonly [string, string])[]): readonly string[] =>
    show({
      findings: [
        finding({
          fix: {
            safety: 'unsafe',
            title: 'change it',
            edits: edits.map(([old, text]) => ({ source, span: spanOf(source, old), text })),
          },
        }),
      ],
    })
      .split('\n')
      .filter((line) => /^ *\d+ \| [-+]/.test(line))

  it('of an insertion shows the new lines alone', () => {
    const source = new SourceFile('t.tf', 'a {\n  b = 1\n}\n')
    const edit = { source, span: { start: source.text.indexOf('}'), end: source.text.indexOf('}') }, text: '  c = 2\n' }
    const shown = show({ findings: [finding({ fix: { safety: 'safe', title: 'add c', edits: [edit] } })] })
    expect(shown).toContain('\n3 | +   c = 2\n')
    expect(shown).not.toMatch(/\| - /)
  })

  it('leaves out the end of a line rather than its beginning', () => {
    const comment = `# ${'because '.repeat(10)}`
    const shown = patched(new SourceFile('t.tf', `  key = one.arn ${comment}\n`), [['arn', 'key_id']])
    expect(shown.map((line) => line.slice(0, 25))).toEqual(['1 | -   key = one.arn # b', '1 | +   key = one.key_id '])
    expect(shown.every((line) => line.endsWith('…') && displayWidth(line) <= 80)).toBe(true)
  })

  it.each([20, 60, 72, 73, 74, 75, 90, 150])('shows a change that ends at column %i', (columns) => {
    const value = 'old'.padStart(columns - 4, 'x')
    for (const rest of ['', ' # a comment']) {
      const [before = '', after = ''] = patched(new SourceFile('t.tf', `a = ${value}${rest}\n`), [['old', 'new']])
      expect(before).toContain('old')
      expect(after).toContain('new')
      expect(displayWidth(after)).toBeLessThanOrEqual(80)
    }
  })

  it('of two edits in a line is one change', () => {
    expect(
      patched(new SourceFile('t.tf', 'a = one + two\n'), [
        ['one', '1'],
        ['two', '2'],
      ]),
    ).toEqual(['1 | - a = one + two', '1 | + a = 1 + 2'])
  })

  it('names an unsafe one', () => {
    const fix = { safety: 'unsafe', title: 'change it', edits: [] } as const
    expect(show({ findings: [finding({ fix })] })).toContain('= patch (unsafe): change it')
  })

  /** What stands between the patch's title and the link to the page. */
  const beneath = (edits: Fix['edits'], parts: Partial<Finding> = {}): readonly string[] =>
    /= patch: do it\n([\s\S]*?) *= docs:/
      .exec(show({ findings: [finding({ ...parts, fix: { safety: 'safe', title: 'do it', edits } })] }))?.[1]
      ?.split('\n')
      .slice(0, -1) ?? []
  const insertion = (source: SourceFile, before: string, text: string): Edit => {
    const start = before === '' ? source.text.length : source.text.indexOf(before)
    return { source, span: { start, end: start }, text }
  }
  const BLOCK = `resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.main.key_id

  depends_on = [aws_rds_cluster_instance.main]
}
`
  const BLOCK_LINES = BLOCK.split('\n').slice(0, -1)
  const numbered = (first: number, lines: readonly string[]): readonly string[] =>
    lines.map((line, index) => `${String(first + index).padStart(2)} | + ${line}`.trimEnd())

  it('of whole blocks at several places has the numbers that the lines will have', () => {
    const source = new SourceFile('main.tf', 'a {\n}\n\nb {\n}\n\nc {\n  d = 1\n}\n')
    const edits = [
      insertion(source, '\nb {', `\n${BLOCK}`),
      insertion(source, '\nc {', `\n${BLOCK}`),
      insertion(source, '}\n', '  x = 2\n'),
      { source, span: spanOf(source, '1'), text: '2' },
    ]
    expect(beneath(edits, { location: at(source, 'a') })).toEqual([
      ' 2 | +   x = 2',
      ...numbered(4, ['', ...BLOCK_LINES]),
      ...numbered(15, ['', ...BLOCK_LINES]),
      ' 8 | -   d = 1',
      '25 | +   d = 2',
    ])
  })

  it.each([
    ['with a last line end', 'a {\n}\n', `\n${BLOCK}`, 3],
    ['without one', 'a {\n}', `\n\n${BLOCK.trimEnd()}`, 3],
    ['of CRLF', 'a {\r\n}\r\n', `\r\n${BLOCK.replaceAll('\n', '\r\n')}`, 3],
    ['with a byte order mark', '\ufeffa {\n}\n', `\n${BLOCK}`, 3],
    ['that is empty', '', `\n${BLOCK}`, 1],
  ])('at the end of a file %s adds lines, and takes none away', (_, before, text, first) => {
    const source = new SourceFile('main.tf', before)
    const location = { kind: 'source', source, span: { start: 0, end: 0 } } as const
    expect(beneath([insertion(source, '', text)], { location }).map((line) => line.trimStart())).toEqual(
      numbered(first, ['', ...BLOCK_LINES]).map((line) => line.trimStart()),
    )
  })

  it('at the end of a file whose last line it is not behind an empty one takes none away either', () => {
    const source = new SourceFile('main.tf', 'a {\n}\n')
    expect(beneath([insertion(source, '', 'b {\n}\n')], { location: at(source, 'a') })).toEqual([
      '3 | + b {',
      '4 | + }',
    ])
  })

  it('breaks new lines where they are too long, and leaves nothing out', () => {
    const source = new SourceFile('main.tf', 'a {\n}\n')
    const long = `  name = "alias/${'x'.repeat(60)}-activity-stream"`
    expect(beneath([insertion(source, '}\n', `${long}\n`)], { location: at(source, 'a') })).toEqual([
      `2 | + ${long.slice(0, 74)}`,
      `  |   ${long.slice(74)}`,
    ])
  })

  it('shows tabs as blanks, and JSON as it is', () => {
    const source = new SourceFile('main.tf.json', '{\n\t"a": {\n\t\t"mode": "sync"\n\t}\n}')
    const edits = [
      { source, span: spanOf(source, '"sync"'), text: '"async"' },
      insertion(source, '\n\t}', ',\n\t\t"depends_on": [\n\t\t\t"x.y"\n\t\t]'),
    ]
    expect(beneath(edits, { location: at(source, '"sync"') })).toEqual([
      '3 | -     "mode": "sync"',
      '3 | +     "mode": "async",',
      '4 | +     "depends_on": [',
      '5 | +       "x.y"',
      '6 | +     ]',
    ])
  })

  it('names each file where it is not in the one that the finding is in alone', () => {
    const other = new SourceFile('modules/db/key.tf', 'b = 1\n')
    const away = { source: other, span: spanOf(other, '1'), text: '2' }
    const here = { source: stream, span: spanOf(stream, '"async"'), text: '"sync"' }
    expect(beneath([away])).toEqual([' --> modules/db/key.tf', '1 | - b = 1', '1 | + b = 2'])
    expect(beneath([here, away])).toEqual([
      ' --> main.tf',
      '6 | -   mode         = "async"',
      '6 | +   mode         = "sync"',
      ' --> modules/db/key.tf',
      '1 | - b = 1',
      '1 | + b = 2',
    ])
  })

  it('from a plan alone is shown as text to add', () => {
    const location = { kind: 'document', file: 'plan.json' } as const
    const fix = { safety: 'unsafe', title: 'add a stream', edits: [], snippet: BLOCK.trimEnd() } as const
    const shown = show({ findings: [finding({ location, fix })] })
    expect(shown).toContain(`add a stream\n${BLOCK_LINES.map((line) => `  | + ${line}`.trimEnd()).join('\n')}\n`)
    expect(shown).toMatch(/\n1 error \(1 with a patch\); .*\n$/)
  })

  it('of several findings is shown once', () => {
    const fix = { safety: 'safe', title: 'write it', edits: finding().fix?.edits ?? [] } as const
    const shown = show({
      findings: [finding({ fix }), finding({ fix: { ...fix, title: 'again' }, message: 'another' })],
    })
    expect(shown.match(/7 \| \+/g)).toHaveLength(1)
    expect(shown).toContain('  = patch: write it\n')
    expect(shown).toContain('  = patch: again: the same patch as above\n')
  })
})

describe('the closing line', () => {
  const closing = (summary: Partial<ReturnType<typeof report>['summary']>): string =>
    show({ summary: { ...report().summary, ...summary } })

  it.each([
    [{ clusters: 3, auroraClusters: 3, streamed: 3 }, '3 Aurora clusters, all streamed\n'],
    [{ clusters: 1, auroraClusters: 1, streamed: 1 }, '1 Aurora cluster, streamed\n'],
    [
      { clusters: 3, auroraClusters: 3, streamed: 1, undecided: 1 },
      'no findings in what was asked for; 3 Aurora clusters, 1 streamed, 1 undecided\n',
    ],
    [{ clusters: 2, auroraClusters: 0, streamed: 0 }, 'nothing to check: 2 clusters, none of them Aurora\n'],
    [{ clusters: 0, auroraClusters: 0, streamed: 0 }, 'nothing to check: no Aurora cluster in 2 files\n'],
  ])('of %o', (summary, expected) => {
    expect(closing(summary)).toBe(expected)
  })

  it.each([
    [{ streamed: 1 }, '1 error; stream declared for 1 of 1 Aurora cluster\n'],
    [
      { clusters: 4, auroraClusters: 3, streamed: 1, undecided: 1 },
      '1 error; stream declared for 1 of 3 Aurora clusters, 1 undecided\n',
    ],
    [{ clusters: 2, auroraClusters: 0, streamed: 0 }, '1 error; 2 clusters, none of them Aurora\n'],
    [{ clusters: 0, auroraClusters: 0, streamed: 0 }, '1 error; no Aurora cluster in 2 files\n'],
  ])('beside an error, of %o', (summary, expected) => {
    const shown = show({ findings: [plainFinding()], summary: { ...report().summary, errors: 1, ...summary } })
    expect(shown.endsWith(`\n\n${expected}`)).toBe(true)
  })

  it('tells of modules that were not read where no cluster was seen, and does not call that well', () => {
    const { summary, stats } = report()
    const none = { ...summary, clusters: 0, auroraClusters: 0, streamed: 0 }
    const of = (absentCalls: number, parts: Parameters<typeof report>[0] = {}): string =>
      show({ summary: none, stats: { ...stats, absentCalls }, ...parts })
    expect(of(1)).toBe('no Aurora cluster in 2 files; 1 module call was not read: run terraform init\n')
    expect(of(2, { summary: { ...none, clusters: 1 } })).toBe(
      '1 cluster, none of them Aurora; 2 module calls were not read: run terraform init\n',
    )
    expect(of(2, { summary })).toBe('1 Aurora cluster, streamed\n')
    expect(
      text(report({ summary: none, stats: { ...stats, absentCalls: 1 } }), { ...plain, color: true }),
    ).not.toContain('\u001b')
  })

  it('does not call all well what could not be read', () => {
    expect(show({ diagnostics: [{ severity: 'error', message: 'cannot be read' }] })).toBe(
      '1 Aurora cluster, streamed; not all input could be read\n',
    )
  })

  it.each([
    [['safe'], '--fix mends it'],
    [['safe', 'safe'], '--fix mends them'],
    [['unsafe'], '--fix=unsafe mends it'],
    [['unsafe', 'unsafe'], '--fix=unsafe mends them'],
    [['unsafe', 'safe', 'unsafe'], '--fix mends 1 of them, --fix=unsafe all 3'],
  ] as const)('of findings with %j patches says what mends them', (safeties, expected) => {
    const edits = finding().fix?.edits ?? []
    const findings = safeties.map((safety) => finding({ fix: { safety, title: 'mend it', edits } }))
    expect(show({ findings: [plainFinding(), ...findings] })).toMatch(
      new RegExp(`\\n\\d errors \\(${safeties.length} with a patch\\); .*\\s*.*\\ntf-das-lint ${expected}\\n$`),
    )
  })

  it('calls the command as it is told to', () => {
    expect(show({ findings: [finding()] }, { ...plain, command: 'npx tf-das-lint' })).toMatch(
      /\nnpx tf-das-lint --fix mends it\n$/,
    )
  })

  it.each([
    [['safe', 'safe'], 'safe', undefined],
    [['unsafe', 'safe'], 'safe', '--fix=unsafe mends 1 of them'],
    [['unsafe', 'safe'], 'unsafe', undefined],
  ] as const)('of findings with %j patches after the %s ones were applied', (safeties, applied, expected) => {
    const edits = finding().fix?.edits ?? []
    const findings = safeties.map((safety) => finding({ fix: { safety, title: 'mend it', edits } }))
    const last = show({ findings }, { ...plain, applied })
      .trimEnd()
      .split('\n')
      .at(-1)
    if (expected === undefined) expect(last).not.toContain('--fix')
    else expect(last).toBe(`tf-das-lint ${expected}`)
  })

  it('is left out when quiet', () => {
    expect(show({}, { ...plain, quiet: true })).toBe('')
    expect(show({ findings: [finding()] }, { ...plain, quiet: true })).not.toContain('--fix')
  })
})

describe('what is suppressed', () => {
  const suppressed = [
    {
      finding: plainFinding(),
      suppression: {
        kind: 'comment',
        reason: 'the developers have no other database, and nothing of value is in it',
        until: '2027-01-31',
        location: at(stream, 'kms_key_id'),
      },
    },
    {
      finding: plainFinding({
        address: 'aws_rds_cluster_activity_stream.b',
        location: { kind: 'document', file: 'p.json' },
      }),
      suppression: { kind: 'exemption', reason: 'evil \u001b[31m', file: '.tf-das-lint.json' },
    },
    { finding: plainFinding({ rootModule: 'prod' }), suppression: { kind: 'baseline', file: 'baseline.json' } },
  ] as const

  it('is counted', () => {
    expect(show({ suppressed })).toBe('no findings, 3 suppressed; stream declared for 1 of 1 Aurora cluster\n')
    expect(show({ suppressed, findings: [plainFinding()] })).toMatch(/\n\n1 error, 3 suppressed; stream declared for/)
    expect(show({ suppressed }, { ...plain, quiet: true })).toBe('')
  })

  it('is listed where that is asked for', () => {
    expect(show({ suppressed }, { ...plain, showSuppressed: true })).toBe(
      lines(
        'suppressed  3',
        '',
        'main.tf:7  invalid-kms-key-id  aws_rds_cluster_activity_stream.main',
        '   = the developers have no other database, and nothing of value is in it (until',
        '     2027-01-31), says the comment at main.tf:7',
        'p.json  invalid-kms-key-id  aws_rds_cluster_activity_stream.b',
        '   = evil \\u001b[31m, says .tf-das-lint.json',
        'main.tf:7  invalid-kms-key-id  aws_rds_cluster_activity_stream.main  in the root module prod',
        '   = it was there when baseline.json was written',
        '',
        'no findings, 3 suppressed; stream declared for 1 of 1 Aurora cluster',
      ),
    )
    expect(show({}, { ...plain, showSuppressed: true })).toBe('1 Aurora cluster, streamed\n')
  })
})

describe('what must not be shown', () => {
  const source = new SourceFile(
    'db.tf',
    `resource "aws_rds_cluster" "main" {
  master_password = "hunter2"
  master_username = "admin" # token = "also secret"
  other = {
    auth_token = <<EOT
hunter3
EOT
  }
}
variable "plain" {
  sensitive = true
  default   = "hunter4"
}
`,
  )

  it.each([
    ['"admin"', 'hunter2'],
    ['master_password', 'hunter2'],
    ['"admin"', 'also secret'],
    ['auth_token', 'hunter3'],
    ['EOT\n  }', 'hunter3'],
    ['sensitive', 'hunter4'],
  ])('a frame around %j leaves out %s', (marked, secret) => {
    const shown = show({ findings: [plainFinding({ location: at(source, marked) })] })
    expect(shown).toMatch(/^\d+ +\|/m)
    expect(shown).not.toContain(secret)
  })

  it('is hidden in JSON syntax too', () => {
    const json = new SourceFile(
      'v.tf.json',
      '{\n  "variable": { "pin": { "sensitive": true,\n    "default": "hunter2" } },\n  "locals": {\n    "db_password": "hunter3"\n  }\n}\n',
    )
    const shown = ['"sensitive"', '"locals"'].map((marked) =>
      show({ findings: [plainFinding({ location: at(json, marked) })] }),
    )
    expect(shown.join('')).toMatch(/"default": \*\*\*/)
    expect(shown.join('')).toMatch(/"db_password": \*\*\*/)
    expect(shown.join('')).not.toMatch(/hunter/)
  })

  it('stays hidden in a patch of the same line and in a file that does not parse', () => {
    const broken = new SourceFile('x.tf', 'resource "a" {{\n  db_password = "hunter2" mode = "sync"\n')
    const edit = { source: broken, span: spanOf(broken, '"sync"'), text: '"async"' }
    const fix = { safety: 'safe', title: 'x', edits: [edit] } as const
    const shown = show({ findings: [finding({ location: at(broken, '"sync"'), fix })] })
    expect(shown).toContain('+   db_password = *** mode = "async"')
    expect(shown).not.toContain('hunter2')
  })

  it('is one mask where several say so, in any order', () => {
    const file = new SourceFile('m.tf', 'module "m" {\n  a = { pin = 1, password = "hunter2", z = 2 }\n}\n')
    const value = spanOf(file, '{ pin = 1, password = "hunter2", z = 2 }')
    const masked = [
      { source: file, span: spanOf(file, '"hunter2"') },
      { source: file, span: value },
      { source: stream, span: spanOf(stream, '"async"') },
    ]
    for (const parts of [{ masked }, { masked: masked.slice(1) }]) {
      const shown = show({ findings: [plainFinding({ location: at(file, 'module'), masked })], ...parts })
      expect(shown).toContain('2 |   a = ***\n')
    }
  })

  it('is underlined as the mask where the span is the secret', () => {
    const shown = show({ findings: [plainFinding({ location: at(source, '"hunter2"') })] })
    expect(shown).toContain('2 |   master_password = ***\n  |                     ^^^\n')
  })
})

describe('hostile names', () => {
  const evil = '\u001b[31m\u202e\u009b2J\u0007.tf'

  it('reach the terminal as escapes', () => {
    const source = new SourceFile(evil, `name = "${evil}"\n`)
    const shown = show({
      findings: [
        finding({
          address: `aws_rds_cluster.x["${evil}"]`,
          message: `${evil} is wrong`,
          hint: evil,
          because: [evil],
          related: [related(evil, at(source, 'name'))],
          location: at(source, '"'),
          fix: { safety: 'safe', title: evil, edits: [{ source, span: spanOf(source, 'name'), text: evil }] },
        }),
      ],
    })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    expect(shown).toContain('\\u001b[31m\\u202e\\u009b2J\\u0007.tf:1:8')
  })
})

describe('colour', () => {
  it('is in the text only where it is asked for, and changes nothing else', () => {
    const findings = [finding({ related: [related('here', at(stream, '"async"'))] })]
    const coloured = show({ findings }, { ...plain, color: true })
    expect(coloured).toContain('\u001b[')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
    expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(show({ findings }))
  })
})

describe('width', () => {
  it.each([40, 80, 120])('%i columns hold every line that can be broken', (columns) => {
    const findings = [
      finding({
        message: `${'many short words '.repeat(20)}end`,
        because: ['a reason that is somewhat longer than the width of the terminal, as reasons tend to be'],
        related: [related(`${'words '.repeat(30)}end`, at(stream, '"async"'))],
      }),
    ]
    const rules = [{ ...keyRule, description: 'word '.repeat(60), url: 'https://x.org' }, coverageRule]
    for (const line of show(
      { findings: findings.map((each) => ({ ...each, url: 'https://x.org' })), rules },
      { ...plain, columns },
    ).split('\n')) {
      expect(displayWidth(line), line).toBeLessThanOrEqual(columns)
    }
  })
})
