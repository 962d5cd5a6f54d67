/**
 * The README's outputs are real: behind `<!-- output of: COMMAND -->` stands what COMMAND prints. The tests compare,
 * `node .ci/readme.mjs` writes.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = `${root}README.md`
const BLOCK = /<!-- output of: (.+?) -->\n+```(\w*)\n([\s\S]*?)```/g

/** The commands that the README shows the output of, with what it shows. */
export const shown = (markdown = readFileSync(file, 'utf8')) =>
  [...markdown.matchAll(BLOCK)].map(([, command, , output]) => ({ command, output }))

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
  writeFileSync(file, readFileSync(file, 'utf8').replace(BLOCK, fresh))
}
