/** The figures as the README shows them. */
import { RULES, sets } from './samples.mjs'

const row = (...cells) => `| ${cells.join(' | ')} |\n`

const title = ({ name, version, ruleset }) =>
  // Our own is the version at hand.
  name === 'tf-das-lint' ? name : `${name} ${version}${ruleset === undefined ? '' : `, AWS ruleset ${ruleset}`}`

/** The table in Markdown, a column for each tool that was measured. */
export const table = ({ date, node, system, samples, tools }) => {
  const reported = (set) => tools.map((tool) => `${Object.keys(tool.reported[set]).length} of ${samples[set].length}`)
  return [
    row(`${date}, Node ${node}, ${system}`, ...tools.map(title)),
    row('---', ...tools.map(() => '---')),
    ...sets.map(({ name, title }) => row(`mistakes reported in ${title}`, ...reported(name))),
    row("in the `Avoid` samples of the rules' pages, one in each", ...reported(RULES)),
    row(
      'exit code on the bundled sample; when it is mended',
      ...tools.map(({ exits }) => `${exits.before}; ${exits.after}`),
    ),
    row('checks about other matters that report something there', ...tools.map(({ beside }) => beside.length)),
    row('time for it, an empty Node process being 1', ...tools.map(({ time }) => time)),
  ].join('')
}
