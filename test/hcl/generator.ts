/** Programs in HCL's native syntax, as text: valid ones, and what becomes of them when somebody slips. */
import fc from 'fast-check'

const join = (separator: string, parts: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc.array(parts, { maxLength }).map((items) => items.join(separator))

const joined = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((texts) => texts.join(''))

const NAMES = [
  'a',
  'b',
  'var',
  'aws_kms_key',
  'each',
  'with-dash',
  '_x',
  'größe',
  '__proto__',
  'constructor',
  'in',
  'if',
]
const name = fc.constantFrom(...NAMES)
const blank = fc.constantFrom('', ' ', '  ', '\t', ' /* c */ ')
const number = fc.constantFrom('0', '1', '42', '1.5', '1e3', '25E-2', '007')
const word = fc.constantFrom('true', 'false', 'null')
const characters = fc.constantFrom(
  'a',
  ' ',
  '  ',
  '$',
  '%',
  '$$',
  '$${',
  '%%{',
  '{',
  '}',
  'é',
  '~',
  '#',
  '//',
  '😀',
  "'",
)
const quotedText = join('', fc.oneof(characters, fc.constantFrom('\\n', '\\"', '\\\\', '\\u00e9')), 5)
const operator = fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '<=', '>', '>=', '&&', '||')
const lineText = join('', fc.oneof(characters, fc.constantFrom('"', '\\', '\\n', '\t')), 4)

/** Where a text's last `$` or `%` would make an opening brace a sequence, or an escape, it is parted from it. */
const safe = (text: string): string => text.replace(/[$%]+$/, '')

/** Without what could open a sequence or close a string. */
const plain = (text: string): string => text.replaceAll(/[$%"\\]/g, '')

type Grammar = {
  readonly expression: string
  readonly term: string
  readonly sequence: string
  readonly quoted: string
  readonly steps: string
  readonly heredoc: string
}

const { expression, heredoc } = fc.letrec<Grammar>((tie) => {
  const inner = tie('expression')
  const tilde = fc.constantFrom('', '', '~')
  const opened = (keyword: string) => joined('%{', tilde, ' ', keyword)
  const closed = joined(' ', tilde, '}')
  const line = fc.constantFrom('', ' ', '\n', ' # c\n', '\n\n')
  const separator = joined(',', line)
  const list = join(',', inner, 3)
  const key = fc.oneof(name, tie('quoted'), number, word, joined('(', inner, ')'))
  const item = joined(key, blank, fc.constantFrom('=', ':'), ' ', inner)
  const step = fc.oneof(
    joined('.', name),
    joined('[', number, ']'),
    joined('[', inner, ']'),
    fc.constantFrom('.0', '[*]', '["k"]'),
    joined('.*.', name),
  )
  return {
    quoted: joined('"', join('', fc.oneof(quotedText.map(safe), tie('sequence')), 3), '"'),
    sequence: fc.oneof(
      { depthSize: 'small' },
      joined('${', tilde, blank, inner, blank, tilde, '}'),
      joined(opened('if '), inner, closed, lineText.map(plain), opened('endif'), closed),
      joined(opened('if '), inner, closed, opened('else'), closed, tie('sequence'), opened('endif'), closed),
      joined(opened('for a in '), inner, closed, 'x', opened('endfor'), closed),
      joined(opened('for a, b in '), inner, closed, '${a}', opened('endfor'), closed),
    ),
    heredoc: fc
      .tuple(
        fc.constantFrom('<<', '<<-'),
        fc.array(
          joined(fc.constantFrom('', '  ', '    ', '\t'), lineText.map(safe), fc.oneof(tie('sequence'), blank)),
          {
            maxLength: 4,
          },
        ),
        fc.constantFrom('', '  '),
      )
      .map(([opener, lines, indent]) => `${opener}EOT\n${lines.map((text) => `${text}\n`).join('')}${indent}EOT\n`),
    steps: join('', step, 3),
    term: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      name,
      number,
      word,
      tie('quoted'),
      joined(name, tie('steps')),
      joined(fc.constantFrom('-', '!', '!!', '- '), tie('term')),
      joined('(', line, inner, line, ')'),
      joined('[', line, list, line, ']'),
      joined('{', line, join(', ', item, 3), line, '}'),
      joined('{\n', join('\n', item, 3), '\n}'),
      joined(name, '(', line, list, line, ')'),
      joined(name, '(', inner, '...)'),
      joined('provider::aws::', name, '(', inner, separator, inner, ')'),
      joined('[for ', name, ' in ', inner, ' : ', inner, fc.constantFrom('', ' if true'), ']'),
      joined('{for a, b in ', inner, ' : ', inner, ' => ', inner, fc.constantFrom('', '...', '... if b'), '}'),
      joined('[', tie('heredoc'), ']'),
      joined('(', inner, ')', tie('steps')),
    ),
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('term'),
      joined(tie('term'), ' ', operator, ' ', tie('term')),
      joined(tie('term'), ' ', operator, ' ', tie('term'), ' ', operator, ' ', tie('term')),
      joined(tie('term'), ' ? ', inner, ' : ', inner),
    ),
  }
})

const attribute = (names: string): fc.Arbitrary<string> =>
  joined(
    names,
    blank,
    '= ',
    fc.oneof({ weight: 4, arbitrary: joined(expression, fc.constantFrom('\n', ' # c\n', ' // c\r\n')) }, heredoc),
  )

const body = (depth: number): fc.Arbitrary<string> => {
  const labels = join('', fc.constantFrom(' "l"', ' m', ' "n $${x}"'), 2)
  const blocks =
    depth === 0
      ? fc.constant('')
      : joined(
          'block',
          labels,
          ' {\n',
          fc.nat(1).chain(() => body(depth - 1)),
          '}\n',
        )
  const line = fc.constantFrom('', '\n', '# c\n', '/* c\n */ ', '\t')
  return fc
    .tuple(fc.array(fc.oneof(attribute('NAME'), blocks, line, joined('one { x = ', number, ' }\n')), { maxLength: 4 }))
    .map(([items]) => items.map((item, index) => item.replace(/^NAME/, `name${index}`)).join(''))
}

export const program: fc.Arbitrary<string> = body(2)

const NOISE = [
  '"',
  '${',
  '%{',
  '}',
  '{',
  '[',
  ']',
  '(',
  ')',
  '=',
  '\n',
  '<<E\n',
  ',',
  '.',
  '...',
  '#',
  '/*',
  '*',
  ' ',
  'a',
]
const ODDITIES = [
  '\r',
  '\\',
  '~}',
  '::',
  '?',
  ':',
  '&',
  '$',
  '1e',
  '\u0000',
  '=>',
  '!',
  '-',
  'for',
  'in',
  '\u00a0',
  '<',
]

interface Slip {
  readonly at: number
  readonly removed: number
  readonly added: string
}

const GENTLE = [' ', '\n', '\t', '/**/', '#\n', ' \r\n', 'a', '1', '$', '%', 'é']

const slip: fc.Arbitrary<Slip> = fc.record({
  at: fc.nat(10_000),
  removed: fc.constantFrom(0, 0, 0, 1, 2),
  added: fc.oneof(fc.constantFrom(...GENTLE), fc.constantFrom('', ...NOISE, ...ODDITIES)),
})

/** A program with some slips of the keyboard in it. */
export const slipped: fc.Arbitrary<string> = fc
  .tuple(program, fc.array(slip, { minLength: 1, maxLength: 2 }))
  .map(([text, slips]) => slips.reduce(applied, text).replaceAll(/\p{Surrogate}/gu, ''))

export const applied = (text: string, { at, removed, added }: Slip): string => {
  const start = at % (text.length + 1)
  return text.slice(0, start) + added + text.slice(start + removed)
}
