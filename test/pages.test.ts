/** The rules' pages: what they are written in, what the terminal makes of them, and what they say of Terraform. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages, rules } from '../src/program.js'
import { displayWidth } from '../src/report/display-width.js'
import { type Block, readPage } from '../src/report/page.js'
import { pageText } from '../src/report/page-text.js'
import { hasTerraform, type TerraformDiagnostic, validate } from './real-terraform.js'

const texts = await pages()
const ids = rules.map(({ id }) => id)

const pageOf = (id: string): string => texts.get(id) ?? ''

const under = (id: string, heading: string): readonly Block[] =>
  readPage(pageOf(id)).sections.find((each) => each.heading === heading)?.blocks ?? []

const plainTexts = (block: Block): readonly string[] => {
  const inlines = block.kind === 'code' ? [] : block.kind === 'list' ? block.items.flat() : block.text
  return inlines.flatMap((each) => (each.kind === 'code' ? [] : [each.text]))
}

test('every rule has a page, and every page a rule', () => {
  expect([...texts.keys()]).toEqual(ids)
})

describe.each(ids)('the page of %s', (id) => {
  const { introduction, sections } = readPage(pageOf(id))
  const blocks = [...introduction, ...sections.flatMap((each) => each.blocks)]

  test('is made of what is understood of Markdown, and of nothing else', () => {
    for (const text of [...sections.map(({ heading }) => heading), ...blocks.flatMap(plainTexts)]) {
      // Emphasis, HTML, tables, images, escapes, code that is not closed.
      expect(text).not.toMatch(/[*`<>|\\[\]~]|(?<!\w)_|_(?!\w)/)
    }
    for (const { kind, markdown } of blocks) {
      if (kind === 'code') expect(markdown).toMatch(/^```(hcl|json|text|sh)\n[\s\S]*\n```$/)
      // Further headings, quotes, rules, numbered and nested lists, indented code.
      else expect(markdown).not.toMatch(/^(#|>|---|[0-9]+[.)] | {3,}| *[*+] | +- )/m)
      if (kind === 'paragraph') expect(markdown).not.toMatch(/^- /m)
    }
  })

  test('is read whole', () => {
    const parts = [
      `# ${id}`,
      ...introduction.map(({ markdown }) => markdown),
      ...sections.flatMap(({ heading, blocks }) => [`## ${heading}`, ...blocks.map(({ markdown }) => markdown)]),
    ]
    expect(`${parts.join('\n\n')}\n`).toBe(pageOf(id))
  })

  test('links to pages of rules, or to the web', () => {
    for (const [, text, target = ''] of pageOf(id).matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)) {
      if (target.startsWith('https://')) continue
      expect(target).toBe(`../${text}/README.md`)
      expect(ids).toContain(text)
    }
  })

  test('refers to what rule.json refers to', () => {
    const linked = under(id, 'References').flatMap(({ markdown }) =>
      [...markdown.matchAll(/\]\((https:[^)]+)\)/g)].map(([, url]) => url),
    )
    expect(new Set(linked)).toEqual(new Set(rules.find((rule) => rule.id === id)?.references))
  })
})

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')
const CODE = '    '

describe('a page in the terminal', () => {
  const anyPage = fc.constantFrom(...rules).map((rule) => ({ rule, page: pageOf(rule.id) }))
  const columns = fc.integer({ min: 40, max: 120 })

  test('is no wider than the terminal, code and single words aside', () => {
    fc.assert(
      fc.property(anyPage, columns, ({ rule, page }, columns) => {
        for (const line of pageText(rule, page, { color: false, columns }).split('\n')) {
          const isWord = !/\S\s+\S/.test(line.replace(/^ *- /, ''))
          if (!line.startsWith(CODE) && !isWord) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
        }
      }),
      { seed: 4, numRuns: 200 },
    )
  })

  test('says the same at any width, with and without colour', () => {
    const words = (text: string): readonly string[] => text.split(/\s+/)
    fc.assert(
      fc.property(anyPage, columns, ({ rule, page }, columns) => {
        const plain = pageText(rule, page, { color: false, columns })
        expect(plain).not.toMatch(COLOURS)
        expect(words(plain)).toEqual(words(pageText(rule, page, { color: false, columns: Number.POSITIVE_INFINITY })))
        expect(pageText(rule, page, { color: true, columns }).replace(COLOURS, '')).toBe(plain)
      }),
      { seed: 4, numRuns: 100 },
    )
  })

  test('keeps samples as they are', () => {
    for (const rule of rules) {
      const text = pageText(rule, pageOf(rule.id), { color: false, columns: 40 })
      const samples = under(rule.id, 'Avoid').flatMap((block) => (block.kind === 'code' ? [block.lines] : []))
      expect(samples).not.toEqual([])
      for (const lines of samples) {
        expect(text).toContain(lines.map((line) => (line === '' ? line : CODE + line)).join('\n'))
      }
    }
  })
})

/** What a page may say under `Avoid`, behind the sample. It is shown below. */
const ACCEPTED = '`terraform validate` accepts it.'
const REFUSED = '`terraform validate` refuses it.'

const verdictOf = (id: string): string | undefined =>
  under(id, 'Avoid').find(({ markdown }) => [ACCEPTED, REFUSED].includes(markdown))?.markdown

const hclOf = (id: string, heading: string): string =>
  under(id, heading)
    .flatMap((block) => (block.kind === 'code' ? block.lines : []))
    .join('\n')

/** Nobody but `terraform init` could get it. */
const callsPublicModule = (text: string): boolean => /^ *source += "(?![./])/m.test(text)

test.each(ids)('the page of %s says whether terraform validate accepts what it avoids', (id) => {
  expect(verdictOf(id) === undefined).toBe(callsPublicModule(hclOf(id, 'Avoid')))
})

describe.skipIf(!hasTerraform)('terraform validate', () => {
  let directory = ''
  let diagnostics: readonly TerraformDiagnostic[] = []

  /** All samples at once, each a module: the provider takes longer to start than all of them to be looked at. */
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-validate-'))
    const samples = ids.flatMap((id) =>
      ['Avoid', 'Prefer'].map((heading) => [`${id}-${heading}`, hclOf(id, heading)] as const),
    )
    const calls = samples
      .filter(([, text]) => !callsPublicModule(text))
      .map(([name, text]) => {
        mkdirSync(join(directory, name))
        writeFileSync(join(directory, name, 'main.tf'), text)
        const inputs = [...text.matchAll(/^variable "(\w+)"/gm)].map(([, input]) => `  ${input} = var.unknown\n`)
        return `module "${name}" {\n  source = "./${name}"\n${inputs.join('')}}\n`
      })
    writeFileSync(join(directory, 'main.tf'), ['variable "unknown" {}\n', ...calls].join('\n'))
    diagnostics = validate(directory)
  })
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  const errorsIn = (name: string): readonly string[] =>
    diagnostics
      .filter(({ severity, range }) => severity === 'error' && range?.filename.startsWith(`${name}/`))
      .map(({ summary }) => summary)

  test('has nothing to say of the calls themselves', () => {
    const outside = diagnostics.filter(({ severity, range }) => severity === 'error' && !range?.filename.includes('/'))
    expect(outside).toEqual([])
  })

  test.each(ids.filter((id) => verdictOf(id) !== undefined))('is right on the page of %s', (id) => {
    expect(errorsIn(`${id}-Prefer`)).toEqual([])
    if (verdictOf(id) === ACCEPTED) expect(errorsIn(`${id}-Avoid`)).toEqual([])
    else expect(errorsIn(`${id}-Avoid`)).not.toEqual([])
  })
})
