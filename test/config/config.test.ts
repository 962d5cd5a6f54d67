import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from '../../src/hcl/json-reader.js'
import { scannerOf } from '../../src/hcl/scanner.js'
import { SourceFile } from '../../src/source/source-file.js'
import { configOf, mistakesIn, reading } from './reading.js'

const JSON_FILE = '.tf-das-lint.json'
const YAML_FILE = '.tf-das-lint.yaml'

const IN_JSON = `{
  "$schema": "https://example.org/config.schema.json",
  "rules": { "missing-activity-stream": "warning", "kms-key-forces-replacement": "off" },
  "exempt": [
    {
      "address": "module.dev.*",
      "rules": ["missing-activity-stream"],
      "reason": "no data of customers",
      "until": "2027-01-31"
    }
  ],
  "failOn": "error",
  "strict": true,
  "baseline": "known.json"
}
`

const IN_YAML = `# what holds for all of us
rules:
  missing-activity-stream: warning
  kms-key-forces-replacement: off
exempt:
  - address: module.dev.*
    rules: [missing-activity-stream]
    reason: no data of customers
    until: 2027-01-31
failOn: error
strict: true
baseline: known.json
`

describe('a config', () => {
  it.each([
    [JSON_FILE, IN_JSON],
    [YAML_FILE, IN_YAML],
    [JSON_FILE, `\ufeff${IN_JSON.replaceAll('\n', '\r\n')}`],
    [YAML_FILE, `\ufeff${IN_YAML.replaceAll('\n', '\r\n')}`],
    // JSON is YAML, too.
    [YAML_FILE, IN_JSON],
  ])('in %s', async (file, content) => {
    expect(await configOf(file, content)).toEqual({
      file,
      severities: new Map([
        ['missing-activity-stream', 'warning'],
        ['kms-key-forces-replacement', 'off'],
      ]),
      exemptions: [
        {
          address: 'module.dev.*',
          rules: ['missing-activity-stream'],
          reason: 'no data of customers',
          until: '2027-01-31',
          file,
        },
      ],
      failOn: 'error',
      strict: true,
      baselineFile: 'known.json',
    })
  })

  it('may say nothing', async () => {
    const nothing = { severities: new Map(), exemptions: [] }
    expect(await configOf(JSON_FILE, '{}')).toEqual({ file: JSON_FILE, ...nothing })
    for (const content of ['{}\n', '---\n', '# strict: true\n']) {
      expect(await configOf(YAML_FILE, content)).toEqual({ file: YAML_FILE, ...nothing })
    }
  })

  it('names its baseline from where it stands', async () => {
    expect((await configOf('../.tf-das-lint.json', '{"baseline": "known.json"}')).baselineFile).toBe('../known.json')
    expect((await configOf('../.tf-das-lint.json', '{"baseline": "project/b.json"}')).baselineFile).toBe(
      '../project/b.json',
    )
    expect((await configOf('ci/das.yml', 'baseline: ../known.json')).baselineFile).toBe('known.json')
    expect((await configOf('ci/das.yml', 'baseline: /etc/known.json')).baselineFile).toBe('/etc/known.json')
  })

  it('reads off, no and days as words, as YAML 1.2 does', async () => {
    expect(await configOf(YAML_FILE, 'rules: {missing-activity-stream: off}')).toMatchObject({
      severities: new Map([['missing-activity-stream', 'off']]),
    })
    expect(await mistakesIn(YAML_FILE, 'rules: {missing-activity-stream: no}')).toEqual([
      '1:34 rules.missing-activity-stream is error, warning, note, off; not "no" (did you mean note?)',
    ])
  })
})

describe('a mistake in a config', () => {
  it.each([
    ['an unknown key', '{"fail-on": "error"}', ['1:2 there is no key fail-on (did you mean failOn?)']],
    [
      'a key of something else',
      '{"extends": "x"}',
      ['1:2 there is no key extends (there are rules, exempt, failOn, strict, baseline)'],
    ],
    [
      'names of JavaScript',
      '{"__proto__": {}, "constructor": 1, "rules": {"toString": "off"}}',
      [
        '1:2 there is no key __proto__ (there are rules, exempt, failOn, strict, baseline)',
        '1:19 there is no key constructor (there are rules, exempt, failOn, strict, baseline)',
        '1:47 there is no rule toString (tf-das-lint rules lists them)',
      ],
    ],
    [
      'an unknown rule',
      '{"rules": {"missing-activity-steam": "off"}}',
      ['1:12 there is no rule missing-activity-steam (did you mean missing-activity-stream?)'],
    ],
    [
      'a wrong severity',
      '{"rules": {"missing-activity-stream": "eror", "invalid-kms-key-id": true, "invalid-resource-arn": null}}',
      [
        '1:39 rules.missing-activity-stream is error, warning, note, off; not "eror" (did you mean error?)',
        '1:69 rules.invalid-kms-key-id is error, warning, note, off; not true',
        '1:99 rules.invalid-resource-arn is error, warning, note, off; not null',
      ],
    ],
    [
      'a wrong type',
      '{"rules": [], "exempt": {}, "failOn": 1, "strict": "yes", "baseline": ["b"]}',
      [
        '1:11 rules is an object; not a list (How much the findings of a rule weigh, by its id; off leaves the rule out)',
        '1:25 exempt is a list; not an object (What is to be left as it is, and why. Such findings are not reported)',
        '1:39 failOn is error, warning, note, never; not 1',
        '1:52 strict is true or false; not "yes" (Count what cannot be decided before the apply like a violation, as --strict does)',
        expect.stringMatching(/^1:71 baseline is text; not a list /),
      ],
    ],
    [
      'an exemption that lacks something',
      '{"exempt": [{}, {"address": "", "rules": [], "reason": "  "}, "x"]}',
      [
        expect.stringMatching(/^1:13 exempt\[0\] has no address /),
        expect.stringMatching(/^1:13 exempt\[0\] has no rules /),
        '1:13 exempt[0] has no reason (Why, for those who read it later)',
        expect.stringMatching(/^1:29 exempt\[1\].address is empty /),
        expect.stringMatching(/^1:42 exempt\[1\].rules is empty /),
        '1:56 exempt[1].reason is empty (Why, for those who read it later)',
        '1:63 exempt[2] is an object; not "x"',
      ],
    ],
    [
      'an exemption with something strange',
      '{"exempt": [{"address": "a", "rules": ["missing-stream", 1], "reason": "b", "untill": "2027-01-01"}]}',
      [
        '1:40 there is no rule missing-stream (tf-das-lint rules lists them)',
        expect.stringMatching(/^1:58 exempt\[0\].rules\[1\] is the id of a rule/),
        '1:77 there is no key untill in exempt[0] (did you mean until?)',
      ],
    ],
    [
      'no day',
      '{"exempt": [{"address": "a", "rules": ["invalid-kms-key-id"], "reason": "b", "until": "soon"}, {"address": "a", "rules": ["invalid-kms-key-id"], "reason": "b", "until": "2027-02-29"}]}',
      [
        expect.stringMatching(/^1:87 exempt\[0\].until cannot be "soon" \(.*2027-01-31/),
        '1:170 exempt[1].until is no day: there is no 2027-02-29',
      ],
    ],
    [
      'a key that stands twice, beside all else',
      '{"strict": true, "strict": "x"}',
      [
        '1:18 the key strict stands here twice (keep one of the two)',
        expect.stringMatching(/^1:28 strict is true or false; not "x"/),
      ],
    ],
    ['a list', '[]', ['1:1 this file is an object; not a list']],
    ['nothing', '', ['.tf-das-lint.json is empty']],
    ['blanks', ' \n', ['.tf-das-lint.json is empty']],
    ['a comma too many', '{\n  "strict": true,\n}', ['2:17 JSON allows no comma behind the last item']],
    [
      'a comment',
      '{\n  // strict, of course\n  "strict": true\n}',
      ['2:3 JSON has no comments (YAML has: the same can stand in a .yaml file)'],
    ],
    ['a bare word', '{"strict": yes}', ['1:12 expected a JSON value (text stands in double quotes)']],
    ['single quotes', "{'strict': true}", ['1:2 expected a property name in double quotes']],
    ['a missing end', '{"strict": true', ['1:1 this bracket is never closed']],
    ['more than a document', '{} {}', ['1:4 expected the end of the file']],
    ['a conflict', '<<<<<<< HEAD\n{}\n', ['1:1 expected a JSON value']],
  ])('in JSON: %s', async (_, content, expected) => {
    expect(await mistakesIn(JSON_FILE, content)).toEqual(expected)
  })

  it.each([
    [
      'an unknown rule and a wrong severity',
      'rules:\n  missing-activity-steam: off\n  invalid-kms-key-id: "yes"\n',
      [
        '2:3 there is no rule missing-activity-steam (did you mean missing-activity-stream?)',
        '3:23 rules.invalid-kms-key-id is error, warning, note, off; not "yes"',
      ],
    ],
    [
      'a key without a value',
      'rules:\nstrict:\n',
      [
        expect.stringMatching(/^1:7 rules is an object; not null/),
        expect.stringMatching(/^2:8 strict is true or false; not null/),
      ],
    ],
    [
      'no reason',
      'exempt:\n  - address: a\n    rules: [invalid-kms-key-id]\n',
      ['2:5 exempt[0] has no reason (Why, for those who read it later)'],
    ],
    [
      'a key that stands twice',
      'strict: true\nstrict: true\n',
      ['2:1 the key strict stands here twice (keep one of the two)'],
    ],
    [
      'an alias and a merge key',
      'exempt:\n  - &dev {address: a}\n  - *dev\n  - <<: *dev\n',
      [
        '3:5 aliases are not read here (write out what *dev stands for; text that begins with a star stands in quotes)',
        '4:9 aliases are not read here (write out what *dev stands for; text that begins with a star stands in quotes)',
      ],
    ],
    [
      'a merge key alone',
      '<<: {strict: true}\n',
      ['1:1 there is no key << (there are rules, exempt, failOn, strict, baseline)'],
    ],
    ['__proto__', '__proto__: {strict: true}\n', [expect.stringMatching(/^1:1 there is no key __proto__ /)]],
    ['an open bracket', 'rules: {missing-activity-stream: off\n', [expect.stringMatching(/^\d:\d+ flow map/)]],
    ['keys in one line', 'rules: strict: true\n', [expect.stringMatching(/^1:8 nested mappings are not allowed/)]],
    [
      'a star that is not in quotes',
      'exempt:\n  - address: *\n',
      ['2:14 alias cannot be an empty string (text that begins with a star stands in quotes)'],
    ],
    ['a long text', `failOn: ${'x'.repeat(5000)}`, [expect.stringMatching(/; not "x{99}…$/)]],
    ['a tab', '\tstrict: true\n', ['1:1 tabs are not allowed as indentation']],
    ['a tag', 'strict: !include x\n', ['1:9 unresolved tag: !include']],
    ['another document', 'strict: true\n---\nstrict: false\n', ['2:1 a second document begins here']],
    ['a list for a key', '? [a]\n: x\n', ['1:3 a key is text']],
    ['a word', 'strict\n', ['1:1 this file is an object; not "strict"']],
    ['nothing', '', ['.tf-das-lint.yaml is empty']],
    ['brackets without end', '['.repeat(100_000), ['1:1 nested too deeply']],
    ['brackets without end, closed before', `${']'.repeat(200_000)}${'['.repeat(100_000)}`, ['1:1 nested too deeply']],
    ['items without end', '- '.repeat(100_000), ['1:1 nested too deeply']],
    [
      'keys without end',
      Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      [expect.stringMatching(/nested too deeply$/)],
    ],
  ])('in YAML: %s', async (_, content, expected) => {
    expect(await mistakesIn(YAML_FILE, content)).toEqual(expected)
  })

  it('in what cannot be read is told, too', async () => {
    expect(await mistakesIn(JSON_FILE, { fails: 'EACCES' })).toEqual([
      '.tf-das-lint.json cannot be read: no permission',
    ])
    expect(await mistakesIn(JSON_FILE, { directory: true })).toEqual(['.tf-das-lint.json is a directory'])
    expect(await mistakesIn(JSON_FILE, { fails: 'ENOENT' })).toEqual(['.tf-das-lint.json does not exist'])
    expect(await mistakesIn(YAML_FILE, new Uint8Array([0x61, 0x3a, 0x20, 0xff]))).toEqual([
      '.tf-das-lint.yaml is not UTF-8',
    ])
  })

  it('is never a crash', async () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '-',
      '\n',
      ' ',
      '  ',
      '"',
      "'",
      '&a',
      '*a',
      '!',
      '|',
      '>',
      '#',
      '<<',
      '?',
      'rules',
      'x',
      '1',
      'null',
      '~',
      '%',
      '\\',
      '\ufeff',
      '\u0000',
    ]
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(JSON_FILE, YAML_FILE), async (content, file) => {
        const outcome = await reading(file, content)
        if (outcome.kind === 'wrong') expect(outcome.diagnostics.length).toBeGreaterThan(0)
      }),
      { seed: 11, numRuns: 500 },
    )
  })
})

it('takes for JSON what JSON.parse takes', () => {
  const documents = fc.oneof(
    fc.json(),
    fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom(',', '}', '"', '\\', '1', 'e', '/', '\t'))
      .map(([text, at, piece]) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + piece + text.slice(place)
      }),
  )
  const isTaken = (text: string): boolean => {
    const scanner = scannerOf(new SourceFile('a.json', text))
    readJson(scanner)
    return scanner.diagnostics.length === 0
  }
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  fc.assert(
    fc.property(documents, (text) => {
      expect(isTaken(text)).toBe(isJson(text))
    }),
    { seed: 12, numRuns: 1000 },
  )
})
