/**
 * The README's outputs are real: behind `<!-- output of: COMMAND -->` stands what COMMAND prints, behind `<!-- rules -->` and
 * `<!-- yields -->` what `rules/` holds, behind `<!-- compare -->` what `npm run compare -- --write` measured, behind
 * `<!-- inputs -->` and `<!-- outputs -->` what action.yml lists, behind `<!-- contents -->` the headings. The tests compare, `node .ci/readme.mjs` writes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { table as comparison } from '../test/compare/table.mjs'
import { actionTables } from './action-tables.mjs'
import { ran } from './ran.mjs'
import { ruleMetadata } from './rules.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = `${root}README.md`
const TABLE = /(?<=<!-- (rules|yields|compare|inputs|outputs) -->\n+)\|[\s\S]*?\n(?=\n)/g
const CONTENTS = /(?<=<!-- contents -->\n+)- [\s\S]*?\n(?=\n)/
const BLOCK = /<!-- output of: (.+?) -->\n+```(\w*)\n([\s\S]*?)```/g

/** The commands that the README shows the output of, with what it shows. */
export const shown = (markdown = readFileSync(file, 'utf8')) =>
  [...markdown.matchAll(BLOCK)].map(([, command, , output]) => ({ command, output }))

/** The tables that the README shows, by name. */
export const shownTables = (markdown = readFileSync(file, 'utf8')) =>
  Object.fromEntries([...markdown.matchAll(TABLE)].map(([table, name]) => [name, table]))

const rules = ruleMetadata()
const row = (...cells) => `| ${cells.join(' | ')} |\n`
const page = (id) => `[${id}](rules/${id}/README.md)`

/** The tables as they have to be. */
export const tables = () => ({
  rules: [
    row('rule', 'severity', 'plan', 'what it finds'),
    '|---|---|---|---|\n',
    ...rules.map(({ id, severity, planOnly, title }) => row(page(id), severity, planOnly ? 'only' : '', title)),
  ].join(''),
  yields: [
    row('where this fires', 'these are silent about it'),
    '|---|---|\n',
    ...rules.flatMap(({ id }) => {
      const silent = rules.filter(({ yieldsTo }) => yieldsTo.includes(id))
      return silent.length === 0 ? [] : [row(page(id), silent.map((rule) => page(rule.id)).join(', '))]
    }),
  ].join(''),
  ...actionTables(),
  compare: comparison(JSON.parse(readFileSync(`${root}test/compare/results.json`, 'utf8'))),
})

/** The headings of the second level and below, with what GitHub makes their anchors of. */
export const headings = (markdown = readFileSync(file, 'utf8')) =>
  [...markdown.replaceAll(/^```.*?^```$/gms, '').matchAll(/^(##+) (.+)$/gm)].map(([, { length: level }, text]) => ({
    level,
    text,
    anchor: text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  }))

/** The list of contents that the README shows. */
export const shownContents = (markdown = readFileSync(file, 'utf8')) => CONTENTS.exec(markdown)?.[0]

/** The list as it has to be: what follows it. */
export const contents = (markdown = readFileSync(file, 'utf8')) => {
  const sections = headings(markdown).filter(({ level }) => level === 2)
  const following = sections.slice(sections.findIndex(({ text }) => text === 'Contents') + 1)
  return following.map(({ text, anchor }) => `- [${text}](#${anchor})\n`).join('')
}

/** What a command prints now. */
export const output = (command) => ran(...command.split(' ')).stdout

if (argv[1] === fileURLToPath(import.meta.url)) {
  const fresh = (_, command, language) =>
    `<!-- output of: ${command} -->\n\n\`\`\`${language}\n${output(command).trimEnd()}\n\`\`\``
  const written = readFileSync(file, 'utf8')
  const tabled = written.replace(CONTENTS, contents(written)).replace(TABLE, (_, name) => tables()[name])
  writeFileSync(file, tabled.replace(BLOCK, fresh))
}
