import { name, version } from '../../project.js'
import {
  type CommandLine,
  type CompletedCommand,
  type CompletedOption,
  takingValues,
  type Value,
} from './command-line.js'

/** As a file of the name `tf-das-lint.fish` in one of fish's directories for completions. */
export const fishScript = (line: CommandLine): string => `# Completes ${name} ${version} in fish.

# Whether the command line is one of these: "none" is one without an operand so far, "lint" one with a path.
function __tf_das_lint_is
    set -l skipped no
    for word in (commandline -opc)[2..-1]
        if test $skipped = yes
            set skipped no
            continue
        end
        switch $word
            case --
                contains lint $argv
                return
            case ${takingValues(line).join(' ')}
                set skipped yes
            case '-?*'
            case ${[...line.summaries.keys()].join(' ')}
                contains $word $argv
                return
            case '*'
                contains lint $argv
                return
        end
    end
    contains none $argv
end

function __tf_das_lint_rules
${line.rules.map(({ id, title }) => `    printf '%s%s\\t%s\\n' "$argv" ${id} ${quoted(title)}`).join('\n')}
end

# What stands before the last comma stays.
function __tf_das_lint_list
    set -l written (commandline -ct | string replace -r '^--[a-z-]+=' '')
    __tf_das_lint_rules (string replace -rf '(.*,)[^,]*$' '$1' -- $written)
end

complete -c ${name} -n '__tf_das_lint_is ${withoutFiles(line).join(' ')}' -f
${[...line.summaries]
  .map(([command, summary]) => `complete -c ${name} -n '__tf_das_lint_is none' -a ${command} -d ${quoted(summary)}`)
  .join('\n')}
${line.commands.flatMap(completionsOf).join('\n')}
`

/** Commands that take no path. */
const withoutFiles = ({ commands }: CommandLine): readonly string[] =>
  commands.filter(({ operand }) => operand.kind !== 'file').map(({ name: command }) => command)

const completionsOf = ({ name: command, options, operand }: CompletedCommand): readonly string[] => {
  // Before anything is named, it may become the lint command.
  const when = `complete -c ${name} -n '__tf_das_lint_is ${command === 'lint' ? 'none lint' : command}'`
  const offered = operand.kind === 'file' || operand.kind === 'none' ? [] : [`${when} ${answers(operand)}`]
  return [...offered, ...options.map((option) => `${when} ${optionOf(option)}`)]
}

const optionOf = ({ name: option, letter, describe, value, isAttached }: CompletedOption): string =>
  [
    `-l ${option}`,
    ...(letter === undefined ? [] : [`-s ${letter}`]),
    ...(value.kind === 'none' ? [] : isAttached ? [`-f ${answers(value)}`] : [needed(value)]),
    `-d ${quoted(describe)}`,
  ].join(' ')

/** A value that must be there: fish looks for it in the next argument, too. */
const needed = (value: Value): string => {
  switch (value.kind) {
    case 'file':
      return '-rF'
    case 'report':
      return `-rF ${answers(value)}`
    default:
      return `-x ${answers(value)}`.trimEnd()
  }
}

const answers = (value: Value): string => {
  switch (value.kind) {
    case 'words':
      return `-a ${undescribed(value.words)}`
    case 'rule':
      return "-a '(__tf_das_lint_rules)'"
    case 'rules':
      return "-a '(__tf_das_lint_list)'"
    case 'report':
      return `-a ${undescribed(value.formats.map((format) => `${format}=`))}`
    case 'directory':
      return "-a '(__fish_complete_directories)'"
    case 'file':
    case 'text':
    case 'none':
      return ''
    default:
      return value satisfies never
  }
}

/** A tab without anything behind it, or each would have the description of the option. */
const undescribed = (words: readonly string[]): string => `'${words.map((word) => `${word}\\t`).join(' ')}'`

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`
