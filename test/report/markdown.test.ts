import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lint } from '../../src/program.js'
import { visible } from '../../src/report/control-characters.js'
import { markdown, markdownParts } from '../../src/report/markdown.js'
import { fitted, type MarkdownPart } from '../../src/report/markdown-parts.js'
import { markdownBlock, markdownCode, markdownLink, markdownText } from '../../src/report/markdown-text.js'
import type { ReportOptions } from '../../src/report/reporter.js'
import { nodeFileSystem } from '../../src/source/node-file-system.js'
import { SourceFile } from '../../src/source/source-file.js'
import { cells, codeSpans, fences } from './inline-markdown.js'
import { nastyFinding, nastyText, RUNS } from './nasty.js'
import { at, finding, plain, plainFinding, related, report, spanOf, stream } from './samples.js'

const shown = (parts: Parameters<typeof report>[0], options: Partial<ReportOptions> = {}): string =>
  markdown(report(parts), { ...plain, ...options })

/** Nothing of it is markup, a link or a picture, to GitHub or to GitLab, wherever in a line it stands. */
const expectInert = (line: string): void => {
  const rest = codeSpans(line).rest.replaceAll('&#124;', '')
  expect(rest).not.toMatch(/[`*_[\]<>|~\\&#@$%^{}]/)
  expect(rest).not.toMatch(/:\/\/|www\.|:[\w+-]+:|(?<!\w)GH-\d|(?<!\w)!\d|(?<!\w)(?=[a-f]*\d)[0-9a-f]{7,}/i)
  expect(rest).not.toMatch(/^(?:[-+=]+|\d+[.)])(?: |$)/)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
  expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/)
}

describe('a text in Markdown', () => {
  it.each([
    ['the key of aws_kms_key.audit is none', 'the key of `aws_kms_key.audit` is none'],
    ['add depends_on = [a.b, c.d[0]], or not', 'add `depends_on = [a.b, c.d[0]]`, or not'],
    ['is "${var.x}/y" (see aws_x.y)', 'is `"${var.x}/y"` (see `aws_x.y`)'],
    ['one(aws_x.y[*].arn).', '`one(aws_x.y[*].arn)`.'],
    ['leave it out, or write 15.4', 'leave it out, or write 15.4'],
    ['use alias/aws/rds or 111122223333', 'use `alias/aws/rds` or `111122223333`'],
    ['@org/team, #12 and GH-12', '`@org/team`, `#12` and `GH-12`'],
    ['- not a list', '`-` not a list'],
    ['1. not a list', '`1`. not a list'],
    ['two\nlines\r\n and   blanks', 'two lines and blanks'],
    ['a|b', '`a`&#124;`b`'],
    ['``', '``` `` ```'],
    ['\u001b[2J', '`\\u001b[2J`'],
    ['', ''],
  ])('%j is %s', (text, expected) => {
    expect(markdownText(text)).toBe(expected)
  })

  it('is inert whatever it holds, and holds all of it', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const line = markdownText(text)
        expectInert(line)
        const { code, rest } = codeSpans(line)
        let next = 0
        // biome-ignore lint/suspicious/noControlCharactersInRegex: it stands for a code span
        const read = rest.replaceAll('&#124;', '|').replace(/\u0001/g, () => code[next++] ?? '')
        const bare = (words: string): string => words.replace(/\s+/g, '')
        expect(bare(read)).toBe(bare(visible(text.replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/g, ' '))))
      }),
      RUNS,
    )
  })
})

describe('code in Markdown', () => {
  it('cannot be broken out of, also in a table', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const line = markdownCode(text)
        const { rest } = codeSpans(line)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: it stands for a code span
        expect(rest.replace(/\u0001|&#124;/g, '')).toBe('')
        expect(cells(`| ${line} | z |`)).toEqual([line, 'z'])
      }),
      RUNS,
    )
  })

  it('is a block that no line ends', () => {
    expect(markdownBlock('hcl', ['a', '```', '````', 'b'])).toBe('`````hcl\na\n```\n````\nb\n`````')
    fc.assert(
      fc.property(fc.array(nastyText, { maxLength: 5 }), (lines) => {
        const { blocks, rest } = fences(`${markdownBlock('diff', lines)}\nafter`)
        expect(rest).toEqual(['after'])
        expect(blocks.map(({ language }) => language)).toEqual(['diff'])
        expect(blocks[0]?.lines).toHaveLength(lines.length)
      }),
      RUNS,
    )
  })
})

describe('a link in Markdown', () => {
  it('leads to what a browser opens, and nowhere else', () => {
    expect(markdownLink('a-rule', 'https://example.org/a(b)|c')).toBe('[a-rule](https://example.org/a%28b%29%7Cc)')
    expect(markdownLink('a-rule', 'javascript:alert(1)')).toBe('a-rule')
    expect(markdownLink('a-rule', 'u')).toBe('a-rule')
  })
})

describe('the report in Markdown', () => {
  it('of a clean run is one line', () => {
    expect(shown({})).toBe('**tf-das-lint**: 1 Aurora cluster, streamed\n')
    expect(shown({}, { quiet: true })).toBe('')
  })

  it('says how much there is, lists it, and tells each finding with its patch', () => {
    const found = finding({
      because: ['it was so'],
      related: [related('the key', at(stream, 'resource "aws_kms_key" "audit"'))],
    })
    expect(shown({ findings: [found] }, { repositoryPath: (path) => `infra/${path}` })).toBe(
      `## tf-das-lint: 1 error (1 with a patch)

stream declared for 1 of 1 Aurora cluster; tf-das-lint --fix mends it

| Severity | Rule | Address | Place |
| --- | --- | --- | --- |
| error | [invalid-kms-key-id](https://example.org/rules/invalid-kms-key-id) | \`aws_rds_cluster_activity_stream.main\` | \`infra/main.tf:7\` |

### error: [invalid-kms-key-id](https://example.org/rules/invalid-kms-key-id)

\`infra/main.tf:7\`, \`aws_rds_cluster_activity_stream.main.kms_key_id\`

the key of \`aws_rds_cluster_activity_stream.main\` is the text \`"aws_kms_key.audit.arn"\`, no key

- **why:** Validate and plan accept any text here; the apply fails after the cluster was created.
- **because:** it was so
- **see:** \`aws_kms_key.audit\`: the key
- **help:** write the reference without quotes

**Patch (safe)**: refer to the key

\`\`\`diff
--- a/infra/main.tf
+++ b/infra/main.tf
@@ -4,5 +4,5 @@
 resource "aws_rds_cluster_activity_stream" "main" {
   resource_arn = aws_rds_cluster.main.arn
   mode         = "async"
-  kms_key_id   = "aws_kms_key.audit.arn"
+  kms_key_id   = aws_kms_key.audit.key_id
 }
\`\`\`
`,
    )
  })

  it('begins with the worst, names instances and root modules, and shows a patch once', () => {
    const source = new SourceFile('modules/db/main.tf', stream.text)
    const location = at(source, '"async"')
    const of = (rootModule: string) => finding({ severity: 'warning', location, rootModule, hint: '' })
    const told = shown({ findings: [of('prod'), of('test'), finding(), finding({ path: 'mode', rootModule: 'x' })] })
    const rows = fences(told).rest.filter((line) => line.startsWith('| '))
    expect(rows.slice(1).map((row) => cells(row)[0])).toEqual(['---', 'error', 'warning'])
    expect(cells(rows[3] ?? '')[2]).toBe(
      '`aws_rds_cluster_activity_stream.main (prod)`, `aws_rds_cluster_activity_stream.main (test)`',
    )
    expect(told.match(/```diff/g)).toHaveLength(1)
    expect(told).toContain('**Patch (safe)**: refer to the key, the same as above\n')
  })

  it('shows all patches of instances with one cause, each with what it is for', () => {
    const source = new SourceFile('modules/db/main.tf', stream.text)
    const of = (rootModule: string) => {
      const main = new SourceFile(`${rootModule}/main.tf`, 'a = 1\n')
      const edits = [{ source: main, span: spanOf(main, '1'), text: '2' }]
      const fix = { safety: 'unsafe', title: 'mend it', edits } as const
      return finding({ location: at(source, '"async"'), rootModule, fix })
    }
    const told = shown({ findings: [of('prod'), of('test')] })
    const patch = (rootModule: string): string => `
**Patch (unsafe)**: mend it, for \`aws_rds_cluster_activity_stream.main (${rootModule})\`

\`\`\`diff
--- a/${rootModule}/main.tf
+++ b/${rootModule}/main.tf
@@ -1,1 +1,1 @@
-a = 1
+a = 2
\`\`\`
`
    expect(told.endsWith(`${patch('prod')}${patch('test')}`)).toBe(true)
    expect(told.match(/^### /gm)).toHaveLength(1)
  })

  it('says where a finding in a module is from', () => {
    const source = new SourceFile('modules/db/main.tf', stream.text)
    expect(shown({ findings: [plainFinding({ location: at(source, '"async"'), rootModule: 'prod' })] })).toContain(
      '- **in:** the root module `prod`\n',
    )
  })

  it('tells root modules apart in the table, where the place does not', () => {
    const address = 'module.db.aws_rds_cluster.this'
    const of = (source: SourceFile, rootModule: string, message: string) =>
      plainFinding({ address, location: at(source, '"async"'), rootModule, message })
    const shared = new SourceFile('modules/db/main.tf', stream.text)
    const own = new SourceFile('prod/main.tf', stream.text)
    const told = shown({
      findings: [of(shared, 'prod', 'one'), of(shared, 'test', 'another'), of(own, 'prod', 'its own')],
    })
    const rows = fences(told).rest.filter((line) => line.startsWith('| error'))
    expect(rows.map((row) => cells(row)[2])).toEqual([
      `\`${address} (prod)\``,
      `\`${address} (test)\``,
      `\`${address}\``,
    ])
  })

  it('of a plan alone shows the plan, and what to write', () => {
    const found = finding({
      location: { kind: 'document', file: 'plan.json' },
      fix: { safety: 'unsafe', title: 'add a stream', edits: [], snippet: 'resource "a" "b" {\n}\n' },
    })
    const told = shown({ findings: [found] })
    expect(cells(told.split('\n')[6] ?? '')[3]).toBe('`plan.json`')
    expect(told).toContain('**Patch (unsafe)**: add a stream\n\n```hcl\nresource "a" "b" {\n}\n```\n')
  })

  it('marks what is undecided, and lists what is suppressed where it is asked for', () => {
    const suppressed = [{ finding: finding(), suppression: { kind: 'baseline', file: 'b.json' } }] as const
    const parts = { findings: [plainFinding({ severity: 'note', verdict: 'undecided' })], suppressed } as const
    expect(shown(parts)).toContain('### undecided: [invalid-kms-key-id]')
    expect(shown(parts)).not.toContain('Suppressed')
    expect(shown(parts, { showSuppressed: true })).toContain(
      '\n### Suppressed\n\n- [invalid-kms-key-id](https://example.org/rules/invalid-kms-key-id): ' +
        '`aws_rds_cluster_activity_stream.main`, `main.tf:7`: it was there when `b.json` was written\n',
    )
    expect(shown({ suppressed })).toBe(
      '**tf-das-lint**: no findings, 1 suppressed; stream declared for 1 of 1 Aurora cluster\n',
    )
  })

  it('says what could not be read', () => {
    const diagnostics = [
      { severity: 'error', message: 'broken', hint: 'close it', source: stream, span: { start: 40, end: 41 } },
      { severity: 'warning', message: 'odd', file: '-' },
    ] as const
    expect(shown({ diagnostics })).toBe(
      '**tf-das-lint**: 1 Aurora cluster, streamed; not all input could be read\n\n' +
        '- error: `main.tf:4`: broken; close it\n- warning: odd\n',
    )
  })

  it('shows nothing secret', () => {
    const source = new SourceFile(
      'main.tf',
      'resource "aws_rds_cluster" "c" {\n  master_password = "SECRET-1"\n  tags = "SECRET-2"\n  engine = "x"\n}\n',
    )
    const found = finding({
      location: at(source, '"x"'),
      fix: {
        safety: 'safe',
        title: 'mend it',
        edits: [{ source, span: spanOf(source, '"x"'), text: '"y" # SECRET-2' }],
      },
      masked: [{ source, span: spanOf(source, '"SECRET-2"') }],
    })
    const told = shown({ findings: [found] })
    expect(told).toContain('+  engine = "y"')
    expect(told).toContain('master_password = ***')
    expect(told).not.toContain('"SECRET')
  })

  it('has a fence that the lines of a file cannot end', () => {
    const source = new SourceFile('main.tf', '# ````\nkey = "x"\n# ```\n')
    const fix = { safety: 'safe', title: 't', edits: [{ source, span: spanOf(source, '"x"'), text: '"y"' }] } as const
    const { blocks } = fences(shown({ findings: [finding({ location: at(source, '"x"'), fix })] }))
    expect(blocks).toHaveLength(1)
    expect(blocks[0]?.lines.slice(3)).toEqual([' # ````', '-key = "x"', '+key = "y"', ' # ```'])
  })

  it('keeps its shape whatever names and words hold', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (nasty, other) => {
        const findings = [nastyFinding(nasty), nastyFinding(other, { severity: 'warning' })]
        const told = shown({ findings, diagnostics: [{ severity: 'error', message: nasty, file: `x${other}` }] })
        const { blocks, rest } = fences(told)
        expect(blocks.every(({ language }) => language === 'diff')).toBe(true)
        const rows = rest.filter((line) => line.startsWith('|'))
        expect(rows).toHaveLength(4)
        for (const row of rows) expect(cells(row)).toHaveLength(4)
        const headings = rest.filter((line) => line.startsWith('#'))
        expect(headings).toEqual([
          expect.stringMatching(/^## tf-das-lint: 1 error, 1 warning/),
          '### error: [invalid-kms-key-id](https://example.org/rules/invalid-kms-key-id)',
          '### warning: [invalid-kms-key-id](https://example.org/rules/invalid-kms-key-id)',
        ])
        const own = /\[invalid-kms-key-id\]\([^)]*\)|\*\*[\w ()]+:?\*\*|^#+ |^- |^\|[ -|]*---.*$| \| |^\| | \|$/g
        for (const line of rest) expectInert(line.replace(own, ' '))
      }),
      RUNS,
    )
  })

  it('of real input is small, and has a row for each cause', async () => {
    for (const path of ['fixtures/sample/main.tf', 'fixtures/sample/plan.json', 'fixtures/awkward/everything-wrong']) {
      const told = await lint({
        paths: [path],
        fileSystem: nodeFileSystem(process.cwd()),
        environment: new Map(),
        variables: [],
        today: '2026-06-30',
      })
      const { rest, blocks } = fences(markdown(told, plain))
      const rows = rest.filter((line) => line.startsWith('| '))
      expect(rows.length - 2).toBe(rest.filter((line) => line.startsWith('### ')).length)
      expect(blocks.length).toBeGreaterThan(0)
    }
  })
})

describe('parts of a report', () => {
  const many = (number: number): readonly MarkdownPart[] =>
    markdownParts(
      report({
        findings: Array.from({ length: number }, (_, index) =>
          plainFinding({ address: `aws_rds_cluster.c${index}é`, message: `number ${index} is wrong`, path: 'p' }),
        ),
      }),
      plain,
    )

  it('are the report where there is room', () => {
    const parts = many(2)
    expect(fitted(parts, 65_536)).toBe(parts.map(({ text }) => text).join(''))
    expect(parts.map(({ kind }) => kind)).toEqual(['heading', 'table', 'row', 'row', 'finding', 'finding'])
    expect(parts[2]?.findings.map(({ address }) => address)).toEqual(['aws_rds_cluster.c0é'])
  })

  it.each([1_000, 5_000, 65_536])('are left out where there is none in %i bytes, with a word', (maximum) => {
    const all = many(2_000)
    const told = fitted(all, maximum)
    expect(Buffer.byteLength(told)).toBeLessThanOrEqual(maximum)
    const { rest } = fences(told)
    const rows = rest.filter((line) => line.startsWith('| error')).length
    const details = rest.filter((line) => line.startsWith('### ')).length
    expect(rows).toBeGreaterThan(0)
    expect(told).toContain(
      `Not shown, because this may take ${maximum} bytes: ${2_000 - rows} lines of the table, ${2_000 - details} findings in detail.\n`,
    )
  })

  it('are told at length as far as there is room, however long one of them is', () => {
    const [heading, table, row, , first, second] = many(2)
    if (!heading || !table || !row || !first || !second) throw new Error('fewer parts than expected')
    const long = { ...first, text: 'x'.repeat(5_000) }
    const graph: MarkdownPart = { kind: 'graph', text: 'y'.repeat(3_000), findings: [] }
    const told = fitted([heading, table, row, long, second, graph, graph], 3_000)
    expect(told).toContain('number 1 is wrong')
    expect(told).toMatch(/: 1 finding in detail, 2 graphs\.\n$/)
  })

  it.each([
    [2, 2],
    [1_000, 0],
  ])('hold patches that are made only where there is room: of %i findings, %i', (length, expected) => {
    const patched = new SourceFile('patched.tf', stream.text)
    const findings = Array.from({ length }, (_, index) => {
      const edits = [{ source: patched, span: spanOf(patched, '"async"'), text: `"${index}"` }]
      return finding({ message: `number ${index}`, fix: { safety: 'safe', title: 'write it', edits } })
    })
    let made = 0
    const repositoryPath = (path: string): string => {
      if (path === patched.path) made += 1
      return path
    }
    const told = markdown(report({ findings }), { ...plain, repositoryPath })
    expect(told.split('```diff')).toHaveLength(expected + 1)
    expect(made).toBe(expected)
  })

  it('leave out patches of one cause, and not what it is', () => {
    const findings = Array.from({ length: 40 }, (_, index) => {
      const source = new SourceFile(`${index}/main.tf`, 'a = 1\n')
      const text = `${index} # ${'long '.repeat(100)}`
      const fix = { safety: 'unsafe', title: 'mend it', edits: [{ source, span: spanOf(source, '1'), text }] } as const
      return finding({ address: `a.b[${index}]`, message: 'is wrong', fix })
    })
    const all = markdownParts(report({ findings }), plain)
    const told = fitted(all, 8_000)
    expect(told.match(/^### /gm)).toHaveLength(1)
    const patches = told.split('```diff').length - 1
    expect(patches).toBeGreaterThan(1)
    expect(told).toContain(`: ${40 - patches} further patches.\n`)
    // Nothing is said of how to mend what is not shown.
    const short = fitted(all, 1_300)
    expect(short).not.toContain('**Patch')
    expect(short).toContain(': 1 finding in detail, 39 further patches.\n')
  })

  it('cut the report for comments to what GitHub takes', () => {
    const findings = Array.from({ length: 900 }, (_, index) =>
      plainFinding({ address: `aws_rds_cluster.c${index}`, path: 'p', message: `${index}` }),
    )
    const told = markdown(report({ findings }), plain)
    expect(told.length).toBeLessThanOrEqual(65_536)
    expect(told).toContain('Not shown, because this may take 65536 bytes: ')
  })
})
