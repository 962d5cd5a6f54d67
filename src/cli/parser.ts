import yargs from 'yargs'
import { name } from '../project.js'
import { UserError } from '../source/diagnostic.js'
import { options } from './options.js'

/** Reads the options; what it complains about is a `UserError`. */
export const createParser = (argv: readonly string[], columns: number) =>
  yargs([...argv])
    // Before the options: these two are ours, and the parser would print them itself.
    .help(false)
    .version(false)
    .scriptName(name)
    .usage('$0 [paths..]\n\nFinds Aurora clusters without a working Database Activity Stream in Terraform.')
    .options(options)
    .example('$0', 'lint the configuration in the working directory')
    .example('$0 plan.json', 'lint a plan: terraform show -json plan.bin > plan.json')
    .example('$0 --output sarif=das.sarif .', 'text to the terminal, SARIF to a file')
    .epilogue('Exit codes: 0 nothing found, 1 findings, 2 wrong usage or unreadable input, 3 a bug.')
    .parserConfiguration({
      'camel-case-expansion': false,
      'dot-notation': false,
      'boolean-negation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .detectLocale(false)
    .exitProcess(false)
    .wrap(Math.min(columns, 100))
    .fail((message, error) => {
      throw message ? mistake(message) : error
    })

/** The parser's own complaints, in our words. */
const mistake = (message: string): UserError => {
  const [, option] = /^Not enough arguments following: (.+)$/.exec(message) ?? []
  if (option !== undefined) return new UserError(`--${option} needs a value`, `${name} --help lists the options`)
  return new UserError(lowerCase(message), `${name} --help lists the options`)
}

const lowerCase = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1)
