import fc from 'fast-check'
import { SourceFile } from '../../src/source/source-file.js'
import { finding, spanOf } from './samples.js'

/** What files, resources and messages may hold to the harm of whoever shows them. */
export const NASTY = [
  '::error::x',
  '::stop-commands::x',
  '##[add-mask]x',
  '%0A::error::x',
  '\n::error::x',
  '\u001b[31mred\u001b]0;title\u0007',
  '</td>',
  '<script>alert(1)</script>',
  '<!--',
  '@org/team',
  'a@b.example',
  '#12',
  '!12',
  'GH-12',
  'deadbeef1',
  'https://example.org/x',
  'www.example.org',
  ':tada:',
  '$x$',
  '`',
  '```',
  ']]>',
  '<![CDATA[',
  '&amp;',
  '|',
  '\\|',
  '\r\n',
  '\u202e',
  '\u0000',
  '\ufffe',
  '\ud800',
  '**bold** _it_ ~~no~~',
  '![x](y)',
  '- ',
  '1. ',
  'aws_rds_cluster.main[0]',
  '"',
  "'",
  ',',
  ': ',
] as const

export const nastyText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
      fc.string({ maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

/** A finding in which all that comes from somebody's files is nasty: the file's name and text, the address, the words. */
export const nastyFinding = (nasty: string, more: Partial<Parameters<typeof finding>[0]> = {}) => {
  const source = new SourceFile(`modules/${nasty}.tf`, `# ${nasty}\nkey = "x" # ${nasty}\n`)
  return finding({
    address: `aws_rds_cluster.${nasty}`,
    path: `tags["${nasty}"]`,
    message: `the key of ${nasty} is none`,
    hint: `leave ${nasty} out`,
    because: [`because of ${nasty}`],
    related: [{ address: nasty, message: `see ${nasty}` }],
    location: { kind: 'source', source, span: spanOf(source, '"x"') },
    fix: {
      safety: 'unsafe',
      title: `write ${nasty}`,
      edits: [{ source, span: spanOf(source, '"x"'), text: `"${nasty}"` }],
    },
    rootModule: `roots/${nasty}`,
    ...more,
  })
}

export const RUNS = { seed: 20_261, numRuns: 200 }
