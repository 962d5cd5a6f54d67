import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotations, SHOWN, unshown } from '../../src/report/annotations.js'
import { visible } from '../../src/report/control-characters.js'
import { annotationLines, github } from '../../src/report/github.js'
import { withoutCommands, workflowCommand } from '../../src/report/workflow-commands.js'
import { SourceFile } from '../../src/source/source-file.js'
import { NASTY, nastyFinding, nastyText, RUNS } from './nasty.js'
import { readCommands } from './runner.js'
import { at, finding, plain, plainFinding, related, report, stream } from './samples.js'

const inRepository = (path: string): string => `infra/${path}`
const several = (number: number, severity: 'error' | 'warning' | 'note') =>
  Array.from({ length: number }, (_, index) =>
    plainFinding({ severity, address: `aws_rds_cluster.${severity}${index}`, message: `${severity} ${index}` }),
  )

describe('an annotation', () => {
  it('says of a finding where it is, what is wrong and what to do', () => {
    const found = finding({
      because: ['it was so'],
      related: [related('the key', at(stream, 'resource "aws_kms_key" "audit"'))],
    })
    expect(annotations(report({ findings: [found] }), inRepository)).toEqual([
      {
        level: 'error',
        file: 'infra/main.tf',
        startLine: 7,
        endLine: 7,
        startColumn: 18,
        endColumn: 41,
        title: 'tf-das-lint: invalid-kms-key-id',
        message: [
          'the key of aws_rds_cluster_activity_stream.main is the text "aws_kms_key.audit.arn", no key',
          'help: write the reference without quotes',
          'because: it was so',
          'see: aws_kms_key.audit: the key',
          'patch: refer to the key',
          'docs: https://example.org/rules/invalid-kms-key-id',
        ].join('\n'),
      },
    ])
  })

  it('has columns only within one line, where GitHub takes them', () => {
    const found = finding({ location: at(stream, 'resource_arn = aws_rds_cluster.main.arn\n  mode') })
    expect(annotations(report({ findings: [found] }), inRepository)[0]).toMatchObject({ startLine: 5, endLine: 6 })
    expect(annotations(report({ findings: [found] }), inRepository)[0]).not.toHaveProperty('startColumn')
    expect(annotations(report({ findings: [found] }), inRepository)[0]).not.toHaveProperty('endColumn')
  })

  it('of a plan alone is on the first line of the plan, and of standard input nowhere', () => {
    const of = (file: string) => finding({ location: { kind: 'document', file } })
    expect(annotations(report({ findings: [of('plan.json')] }), inRepository)[0]).toMatchObject({
      file: 'infra/plan.json',
      startLine: 1,
      endLine: 1,
    })
    expect(annotations(report({ findings: [of('-')] }), inRepository)[0]).not.toHaveProperty('file')
    expect(annotations(report({ findings: [of('-')] }), inRepository)[0]).not.toHaveProperty('startLine')
  })

  it('is one for all instances that have one cause, and names them', () => {
    const instance = (key: number) =>
      plainFinding({ address: `aws_rds_cluster.c[${key}]`, message: `aws_rds_cluster.c[${key}] is wrong` })
    const all = annotations(report({ findings: [instance(0), instance(1)] }), inRepository)
    expect(all).toHaveLength(1)
    expect(all[0]?.message).toContain('aws_rds_cluster.c is wrong\n')
    expect(all[0]?.message).toContain('\non: aws_rds_cluster.c[0], aws_rds_cluster.c[1]\n')
  })

  describe('of instances with a patch each', () => {
    const messageOf = (titles: readonly (string | undefined)[]): string | undefined => {
      const findings = titles.map((title, index) => {
        const main = new SourceFile(`${index}/main.tf`, 'a = 1\n')
        const edits = [{ source: main, span: { start: 4, end: 5 }, text: '2' }]
        const parts = { address: `a.b[${index}]`, message: 'is wrong' }
        return title === undefined
          ? plainFinding(parts)
          : finding({ ...parts, fix: { safety: 'unsafe', title, edits } })
      })
      return annotations(report({ findings }), inRepository)[0]?.message
    }

    it('names all patches, and what each is for', () => {
      expect(messageOf(['mend it', 'mend that', 'mend it'])).toContain(
        '\npatch (unsafe): mend it, for a.b[0], a.b[2]\npatch (unsafe): mend that, for a.b[1]\ndocs: ',
      )
    })

    it('names one where they read alike', () => {
      expect(messageOf(['mend it', 'mend it'])).toContain('\npatch (unsafe): mend it\ndocs: ')
      expect(messageOf([undefined, 'mend it'])).toContain('\npatch (unsafe): mend it, for a.b[1]\ndocs: ')
    })

    it('names the first of many', () => {
      const titles = Array.from({ length: 10 }, (_, index) => `mend ${index}`)
      expect(messageOf(titles)).toContain('\npatch (unsafe): mend 7, for a.b[7]\nand 2 patches more\ndocs: ')
    })
  })

  it('says which root module it is about, where the file does not', () => {
    const source = new SourceFile('modules/db/main.tf', stream.text)
    const found = plainFinding({ location: at(source, '"async"'), rootModule: 'prod' })
    expect(annotations(report({ findings: [found] }), inRepository)[0]?.message).toContain(
      '\nin the root module prod\n',
    )
  })

  it('of what is undecided says so, and is a notice', () => {
    const found = plainFinding({ severity: 'note', verdict: 'undecided' })
    expect(annotations(report({ findings: [found] }), inRepository)[0]).toMatchObject({
      level: 'notice',
      title: 'tf-das-lint: invalid-kms-key-id (undecided)',
    })
  })

  it('is made of what could not be read, too, before what was found', () => {
    const diagnostics = [
      { severity: 'warning', message: 'odd', file: 'a.tf' },
      { severity: 'error', message: 'no such file', hint: 'look', file: 'gone.tf' },
      { severity: 'error', message: 'broken', source: stream, span: { start: 0, end: 8 } },
    ] as const
    const all = annotations(
      report({ findings: [finding(), plainFinding({ severity: 'warning' })], diagnostics }),
      inRepository,
    )
    expect(all.map(({ level, message }) => [level, message.split('\n')[0]?.slice(0, 12)])).toEqual([
      ['error', 'no such file'],
      ['error', 'broken'],
      ['error', 'the key of a'],
      ['warning', 'odd'],
      ['warning', 'the key of a'],
    ])
    expect(all[0]).toEqual({
      level: 'error',
      file: 'infra/gone.tf',
      startLine: 1,
      endLine: 1,
      title: 'tf-das-lint',
      message: 'no such file\nhelp: look',
    })
    expect(all[1]).toMatchObject({ file: 'infra/main.tf', startLine: 1, startColumn: 1, endColumn: 9 })
  })

  it('comes by its level: errors, warnings, notices, each in the order of the report', () => {
    const findings = [...several(2, 'note'), ...several(2, 'warning'), ...several(2, 'error')]
    const all = annotations(report({ findings }), inRepository)
    expect(all.map(({ message }) => message.split('\n')[0])).toEqual([
      'error 0',
      'error 1',
      'warning 0',
      'warning 1',
      'note 0',
      'note 1',
    ])
  })
})

describe('more annotations than GitHub shows of a step', () => {
  const all = (errors: number, warnings: number, notes = 0) =>
    annotations(
      report({ findings: [...several(errors, 'error'), ...several(warnings, 'warning'), ...several(notes, 'note')] }),
      inRepository,
    )

  it.each([
    [10, 10, undefined],
    [11, 0, '1 error more is in the log'],
    [12, 11, '2 errors and 1 warning more are in the log'],
    [0, 15, '5 warnings more are in the log'],
  ])('%i errors and %i warnings: %s', (errors, warnings, words) => {
    const told = unshown(all(errors, warnings), 'in the log')
    expect(told).toBe(words && `GitHub shows the first ${SHOWN} annotations of each level of a step: ${words}`)
  })

  it('is told in the first of the notices, after all errors and warnings', () => {
    const findings = [...several(3, 'note'), ...several(12, 'error')]
    const { commands } = readCommands(annotationLines(report({ findings }), plain))
    expect(commands.map(({ name }) => name)).toEqual([...Array(12).fill('error'), ...Array(4).fill('notice')])
    expect(commands[12]?.data).toContain('2 errors more are in the log of the step')
    const quiet = readCommands(annotationLines(report({ findings }), { ...plain, quiet: true }))
    expect(quiet.commands).toHaveLength(15)
  })
})

describe('the report for GitHub', () => {
  it('is a workflow command for each annotation, and a line for the log', () => {
    expect(github(report({ findings: [finding()] }), { ...plain, repositoryPath: inRepository })).toBe(
      '::error file=infra/main.tf,line=7,endLine=7,col=18,endColumn=41,title=tf-das-lint%3A invalid-kms-key-id::' +
        'the key of aws_rds_cluster_activity_stream.main is the text "aws_kms_key.audit.arn", no key%0A' +
        'help: write the reference without quotes%0Apatch: refer to the key%0A' +
        'docs: https://example.org/rules/invalid-kms-key-id\n' +
        'tf-das-lint: 1 error (1 with a patch); stream declared for 1 of 1 Aurora cluster\n',
    )
    expect(github(report(), plain)).toBe('tf-das-lint: no findings; 1 Aurora cluster, streamed\n')
    expect(github(report(), { ...plain, quiet: true })).toBe('')
  })

  it('gives the runner exactly the annotations, whatever names and words hold', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (nasty, other) => {
        const told = report({
          findings: [nastyFinding(nasty), nastyFinding(other, { severity: 'warning' })],
          diagnostics: [{ severity: 'error', message: `odd ${nasty}`, hint: other, file: `${nasty}.tf` }],
        })
        const all = annotations(told, (path) => path)
        const { commands, lines } = readCommands(github(told, plain))
        expect(lines).toHaveLength(1)
        expect(commands.map(({ name }) => name)).toEqual(all.map(({ level }) => level))
        for (const [index, { properties, data }] of commands.entries()) {
          const { title, file, startLine, message } = all[index] ?? { title: '', message: '' }
          const shown = (text: string): string =>
            text
              .split(/\r\n|\r|\n/)
              .map(visible)
              .join('\n')
          expect(data).toBe(shown(message))
          expect(properties.get('title')).toBe(shown(title))
          expect(properties.get('file')).toBe(shown(file ?? ''))
          expect(properties.get('line')).toBe(String(startLine))
        }
      }),
      RUNS,
    )
  })
})

describe('a workflow command', () => {
  it('escapes data and properties as the runner takes them back', () => {
    const text = 'a%b\nc,d:e%0A'
    const line = workflowCommand(
      'error',
      new Map([
        ['title', text],
        ['file', undefined],
      ]),
      `${text}\u001b`,
    )
    expect(line).toBe('::error title=a%25b%0Ac%2Cd%3Ae%250A::a%25b%0Ac,d:e%250A\\u001b')
    expect(readCommands(line).commands).toEqual([
      { name: 'error', properties: new Map([['title', text]]), data: `${text}\\u001b` },
    ])
  })
})

describe('text for the log of a step', () => {
  it('keeps its lines, none of which is a command', () => {
    expect(withoutCommands('::error::x\n  ::add-mask::y\n 1 | ::error::\n##[error]z\na::b\n')).toBe(
      '\\u003a:error::x\n  \\u003a:add-mask::y\n 1 | ::error::\n##\\u005berror]z\na::b\n',
    )
    expect(withoutCommands('nothing of it\n')).toBe('nothing of it\n')
  })

  it("is none of the runner's commands, whatever it holds", () => {
    const lines = fc.array(fc.oneof(nastyText, fc.constantFrom(...NASTY, ' ', '\t', '\u3000')), { maxLength: 8 })
    fc.assert(
      fc.property(lines, (parts) => {
        expect(readCommands(withoutCommands(parts.join('\n'))).commands).toEqual([])
        expect(readCommands(withoutCommands(parts.join(''))).commands).toEqual([])
      }),
      RUNS,
    )
  })
})
