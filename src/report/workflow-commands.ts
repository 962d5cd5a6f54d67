import { visible } from './control-characters.js'

/**
 * A line by which a step tells GitHub's runner something: `::error file=main.tf,line=3::text`. Without the line's end. Neither the
 * properties nor the data can end the line or the part that they are in, so that nothing they hold becomes a command of its own.
 */
export const workflowCommand = (
  command: string,
  properties: ReadonlyMap<string, string | number | undefined>,
  data: string,
): string => {
  const told = [...properties].flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${escapedProperty(String(value))}`,
  )
  return `::${command}${told.length > 0 ? ` ${told.join(',')}` : ''}::${escapedData(data)}`
}

/**
 * Lines for the log of a step that quote anybody's files: nothing in them is a command of the runner's, which takes one behind blanks
 * (`::error::`) and one of an older form anywhere (`##[error]`).
 */
export const withoutCommands = (text: string): string =>
  text.replace(/^([^\S\n]*):(?=:)/gm, '$1\\u003a').replaceAll('##[', '##\\u005b')

/** As the runner takes it back: `%25`, `%0D` and `%0A`. Line feeds are left to it, all else that a terminal acts upon is made visible. */
export const escapedData = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => visible(line).replaceAll('%', '%25'))
    .join('%0A')

/** A property ends at a comma, and the properties at `::`. */
export const escapedProperty = (text: string): string => escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
