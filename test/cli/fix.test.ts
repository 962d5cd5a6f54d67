import { describe, expect, it } from 'vitest'
import type { Mended } from '../../src/fix/index.js'
import { SourceFile } from '../../src/source/source-file.js'
import { finding, plainFinding, report } from '../report/samples.js'
import { runWith } from './captured.js'
import { reportedIn } from './config-cases.js'
import { fixCases } from './fix-cases.js'
import { runOver } from './in-process.js'

describe('a run that mends', () => {
  it.each(fixCases)(
    '$says',
    async ({ files, argv, code, reported, stdout = [], notInStdout = [], stderr = [], written }) => {
      const ran = await runOver(files, argv)
      expect({ code: ran.code, reported: reportedIn(ran.stdout) }, ran.stderr).toEqual({ code, reported })
      for (const text of stdout) expect(ran.stdout).toContain(text)
      for (const text of notInStdout) expect(ran.stdout).not.toContain(text)
      for (const text of stderr) expect(ran.stderr).toContain(text)
      if (stderr.length === 0) expect(ran.stderr).toBe('')
      expect(ran.files).toEqual({ ...files, ...written })
    },
  )
})

const change = (path: string, before = 'a = 1\n', after = 'a = 2\n'): Mended['changes'][number] => ({
  path,
  before: new SourceFile(path, before),
  after,
  group: 0,
})

describe('the summary of what was mended', () => {
  const told = async (mended: Partial<Mended>, argv: readonly string[] = ['--fix']): Promise<string> =>
    (await runWith(report({ findings: [finding()] }), argv, { mended })).stderr

  it('counts findings and files, and names some', async () => {
    const changes = Array.from({ length: 10 }, (_, index) => change(`${index}.tf`))
    expect(await told({ changes, mended: [finding(), finding()], after: report() })).toBe(
      'tf-das-lint: mended 2 findings in 10 files: 0.tf, 1.tf, 2.tf, 3.tf, 4.tf, 5.tf, 6.tf, 7.tf and 2 more\n' +
        'tf-das-lint: no finding is left\n',
    )
  })

  it('says why patches are not made, once for each reason', async () => {
    const left = (address: string, reason: string) => ({ finding: finding({ address }), reason })
    const reasons = [
      left('a.b', 'x.tf lies outside of what was named'),
      left('a.c', 'x.tf lies outside of what was named'),
      left('a.d', 'it would bring \u001b[2J'),
    ]
    expect(await told({ left: reasons })).toBe(
      [
        'nothing is mended',
        '1 finding is left',
        'the patch for invalid-kms-key-id of a.b, a.c is not made: x.tf lies outside of what was named',
        'the patch for invalid-kms-key-id of a.d is not made: it would bring \\u001b[2J\n',
      ]
        .map((line) => `tf-das-lint: ${line}`)
        .join('\n'),
    )
    expect(await told({ left: reasons }, ['--fix', '--quiet'])).toBe('')
  })

  it('says how many unsafe ones there would be', async () => {
    const edits = finding().fix?.edits ?? []
    const unsafe = (parts = {}) => finding({ fix: { safety: 'unsafe', title: 'mend', edits, ...parts } })
    const of = async (...findings: ReturnType<typeof finding>[]): Promise<string> =>
      (await told({ changes: [change('a.tf')], after: report({ findings }) })).split('\n')[1] ?? ''
    expect(await of(unsafe())).toBe('tf-das-lint: 1 finding is left; --fix=unsafe mends it')
    expect(await of(unsafe(), unsafe())).toBe('tf-das-lint: 2 findings are left; --fix=unsafe mends them')
    expect(await of(unsafe(), plainFinding(), unsafe())).toBe(
      'tf-das-lint: 3 findings are left; --fix=unsafe mends 2 of them',
    )
    expect(await of(unsafe({ edits: [], snippet: 'x' }))).toBe('tf-das-lint: 1 finding is left')
  })

  it('leaves out of a patch what lies outside of the repository, and says so', async () => {
    const mended = { changes: [change('../other/a.tf'), change('b.tf')], mended: [finding()], after: report() }
    const { stdout, stderr } = await runWith(report(), ['--format', 'patch', '--quiet'], { mended })
    expect(stdout).toBe('--- a/b.tf\n+++ b/b.tf\n@@ -1,1 +1,1 @@\n-a = 1\n+a = 2\n')
    expect(stderr).toBe('tf-das-lint: ../other/a.tf lies outside of the repository: its patch is left out\n')
  })
})

describe('what cannot be written', () => {
  const unwritten = (severity: 'error' | 'warning', message: string) => {
    const findings = [finding()]
    return {
      written: [],
      mended: [],
      report: report({ findings, diagnostics: [{ severity, message, file: 'main.tf' }] }),
    }
  }

  it('because it has changed is an error, and the findings are still printed', async () => {
    const written = unwritten('error', 'main.tf is not written: it has changed since it was read')
    const { code, stdout, stderr } = await runWith(report(), ['--fix', '-q'], {
      mended: { changes: [change('main.tf')], mended: [finding()], after: report() },
      written,
    })
    expect(code).toBe(2)
    expect(stdout).toContain('error[invalid-kms-key-id]')
    expect(stderr).toBe('error: main.tf is not written: it has changed since it was read\n\n')
  })

  it('because it is read-only is told, and what is left decides', async () => {
    const written = unwritten('warning', 'main.tf is not written: it is read-only')
    const { code, stderr } = await runWith(report(), ['--fix', '--fail-on', 'never'], {
      mended: { changes: [change('main.tf')], mended: [finding()], after: report() },
      written,
    })
    expect({ code, stderr: stderr.split('\n')[0] }).toEqual({
      code: 0,
      stderr: 'warning: main.tf is not written: it is read-only',
    })
    expect(stderr).not.toContain('mended 1')
  })
})

describe('a diff for people', () => {
  const shown = async (before: string, after: string, argv: readonly string[] = []): Promise<string> => {
    const mended = { changes: [change('my file.tf', before, after)], mended: [finding()], after: report() }
    return (await runWith(report(), ['--fix', '--dry-run', '-q', ...argv], { mended })).stdout
  }

  it('shows control characters, and no line ends', async () => {
    expect(await shown('a = 1 # \u001b[2J\r\nb\t= 2\r\n', 'a = 1 # \u001b[2J\r\nb\t= 3\r\n')).toBe(
      `--- a/my file.tf
+++ b/my file.tf
@@ -1,2 +1,2 @@
 a = 1 # \\u001b[2J
-b = 2
+b = 3

`,
    )
  })

  it('is coloured where that is asked for', async () => {
    expect(await shown('a = 1', 'a = 2', ['--color', 'always'])).toContain(
      '\u001b[31m-a = 1\u001b[39m\n\u001b[2m\\ No newline at end of file\u001b[22m\n\u001b[32m+a = 2\u001b[39m\n',
    )
  })

  it('hides what was hidden before wherever it stands after', async () => {
    const diff = await shown('token = "geheim"\nb = 1\n', 'b = ["geheim", 1]\n')
    expect(diff).toContain('-token = ***\n-b = 1\n+b = [***, 1]\n')
  })
})
