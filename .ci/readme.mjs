/**
 * The README's outputs are real: behind `<!-- output of: COMMAND -->` stands what COMMAND prints, and behind `<!-- rules -->`
 * what `rules/` holds. The tests compare, `node .ci/readme.mjs` writes.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = `${root}README.md`
const TABLE = /(?<=<!-- rules -->\n+)\|[\s\S]*?\n(?=\n)/
const BLOCK = /<!-- output of: (.+?) -->\n+```(\w*)\n([\s\S]*?)```/g

/** The commands that the README shows the output of, with what it shows. */
export const shown = (markdown = readFileSync(file, 'utf8')) =>
  [...markdown.matchAll(BLOCK)].map(([, command, , output]) => ({ command, output }))

/** The table of rules that the README shows. */
export const shownRules = (markdown = readFileSync(file, 'utf8')) => TABLE.exec(markdown)?.[0]

/** The table of the rules that there are, by id. */
export const ruleTable = () => {
  const rows = readdirSync(`${root}rules`)
    .sort()
    .map((id) => `${root}rules/${id}/rule.json`)
    .filter((path) => existsSync(path))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')))
    .map(({ id, severity, title }) => `| [${id}](rules/${id}/README.md) | ${severity} | ${title} |\n`)
  return ['| rule | severity | what it finds |\n', '|---|---|---|\n', ...rows].join('')
}

/** What a command prints now. */
export const output = (command) => {
  const [program, ...rest] = command.split(' ')
  const environment = Object.entries(process.env).filter(([name]) => !/COLOR|^TF_|^CI$|^GITHUB_/.test(name))
  const result = spawnSync(program === 'node' ? process.execPath : program, rest, {
    cwd: root,
    encoding: 'utf8',
    env: Object.fromEntries(environment),
  })
  return result.stdout
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const fresh = (_, command, language) =>
    `<!-- output of: ${command} -->\n\n\`\`\`${language}\n${output(command).trimEnd()}\n\`\`\``
  writeFileSync(file, readFileSync(file, 'utf8').replace(TABLE, ruleTable).replace(BLOCK, fresh))
}
