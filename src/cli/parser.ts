import yargs from 'yargs'
import { name } from '../project.js'
import { UserError } from '../source/diagnostic.js'
import { type Command, commands, shells } from './options.js'

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
      '$0 graph [paths..]  draw the graph around each Aurora cluster',
      '$0 init             write a config, and on request a hook and a workflow',
      '$0 completion       print what completes all this in a shell',
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
  graph: {
    usage: [
      '$0 graph [paths..]',
      '',
      'Draws what surrounds each Aurora cluster: its instances, its streams, their keys, what they wait for, and what is wrong.',
    ].join('\n'),
    examples: [
      ['$0 graph', 'a Mermaid flowchart, which GitHub shows in a block of the language mermaid'],
      ['$0 graph plan.json --format svg > graph.svg', 'a picture of what a plan would make'],
      ['$0 graph --format dot | dot -Tpng -o graph.png', 'a layout by Graphviz'],
    ],
    epilogue: `Exit codes: 0 whatever the findings, 2 wrong usage or unreadable input, 3 a bug. A directory of the name graph is linted by ${name} ./graph`,
  },
  init: {
    usage: [
      '$0 init [--hook] [--workflow]',
      '',
      'Writes .tf-das-lint.yaml into the working directory, with a comment for each key. A file that is there stays as it is: what to add to it goes to stdout.',
    ].join('\n'),
    examples: [['$0 init --hook --workflow', 'the config, the pre-commit hook and the GitHub workflow']],
    epilogue: `A directory of the name init is linted by ${name} ./init`,
  },
  completion: {
    usage: [
      '$0 completion [SHELL]',
      '',
      `Prints the script that completes the command in ${shells.join(', ')}; without a name, in that of $SHELL.`,
    ].join('\n'),
    examples: [
      ['$0 completion bash', `in ~/.bashrc: eval "$(${name} completion bash)"`],
      ['$0 completion zsh', `in ~/.zshrc, behind compinit: eval "$(${name} completion zsh)"`],
      ['$0 completion fish', `to ~/.config/fish/completions/${name}.fish`],
    ],
    epilogue: `It holds what this version knows: after an update, write what you keep in a file anew. A directory of the name completion is linted by ${name} ./completion`,
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
