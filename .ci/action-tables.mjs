/** The README's tables of what the Action takes and gives, from action.yml. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const row = (...cells) => `| ${cells.join(' | ')} |\n`

/** `<!-- inputs -->` and `<!-- outputs -->`. */
export const actionTables = (metadata = readFileSync(new URL('../action.yml', import.meta.url), 'utf8')) => {
  const { inputs, outputs } = parse(metadata)
  return {
    inputs: [
      row('input', 'default', 'meaning'),
      '|---|---|---|\n',
      ...Object.entries(inputs).map(([name, { default: value, description }]) =>
        row(`\`${name}\``, value === undefined ? '' : `\`${value}\``, description),
      ),
    ].join(''),
    outputs: [
      row('output', 'meaning'),
      '|---|---|\n',
      ...Object.entries(outputs).map(([name, { description }]) => row(`\`${name}\``, description)),
    ].join(''),
  }
}
