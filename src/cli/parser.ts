import yargs from 'yargs'
import { name } from '../project.js'
import { UserError } from '../source/diagnostic.js'
import { type Command, commands } from './options.js'

/** What the help of a command says beside its options. */
interface Help {
  readonly usage: string
  readonly examples: readonly (readonly [command: string, does: string])[]
  readonly epilogue: string
}

const EXIT_CODES = 'Exit codes: 0 nothing found, 1 findings, 2 wrong usage or unreadable input, 3 a bug.'

const help: Readonly<Record<Command, Help>> = {
  lint: {
    usage: [
      '$0 [paths..]',
      '$0 rules            list the rules',
      "$0 explain RULE...  show a rule's page",
      '',
      'Finds Aurora clusters without a working Database Activity Stream in Terraform.',
    ].join('\n'),
    examples: [
      ['$0', 'lint the configuration in the working directory'],
      ['$0 plan.json', 'lint a plan: terraform show -json plan.bin > plan.json'],
      ['$0 --output sarif=das.sarif .', 'text to the terminal, SARIF to a file'],
      ['$0 --fix=unsafe --dry-run', 'show what all the patches would change'],
      ['$0 --format patch | git apply', 'apply the safe patches from the root of the repository'],
    ],
    epilogue: EXIT_CODES,
  },
  rules: {
    usage: '$0 rules\n\nLists the rules: the id, the severity, whether only a plan can tell, what it finds.',
    examples: [['$0 rules --format json', 'all that is known of each, for programs']],
    epilogue: `A directory of the name rules is linted by ${name} ./rules`,
  },
  explain: {
    usage:
      '$0 explain RULE...\n\nShows the page of a rule: what goes wrong, how AWS reports it, what to write instead.',
    examples: [['$0 explain missing-activity-stream', "that rule's page"]],
    epilogue: `${name} rules lists the ids. A directory of the name explain is linted by ${name} ./explain`,
  },
}

/** Reads the options of a command; what it complains about is a `UserError`. */
export const createParser = (command: Command, argv: readonly string[], columns: number) => {
  const { usage, examples, epilogue } = help[command]
  return (
    yargs([...argv])
      // Before the options: these two are ours, and the parser would print them itself.
      .help(false)
      .version(false)
      .scriptName(name)
      .usage(usage)
      .options(commands[command])
      .example(examples.map(([command, does]) => [command, does]))
      .epilogue(epilogue)
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
  )
}

/** The parser's own complaints, in our words. */
const mistake = (message: string): UserError => {
  const [, option] = /^Not enough arguments following: (.+)$/.exec(message) ?? []
  if (option !== undefined) return new UserError(`--${option} needs a value`, `${name} --help lists the options`)
  return new UserError(lowerCase(message), `${name} --help lists the options`)
}

const lowerCase = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1)
