import { name, version } from '../../project.js'
import {
  type CommandLine,
  type CompletedCommand,
  type CompletedOption,
  takingValues,
  type Value,
} from './command-line.js'

/** As a file of the name `_tf-das-lint` in `fpath`, or evaluated behind `compinit`. */
export const zshScript = (line: CommandLine): string => `#compdef ${name}
# Completes ${name} ${version} in zsh.

_tf-das-lint_rule() {
  local -a rules
  rules=(
${line.rules.map(({ id, title }) => `    ${quoted(described(id, title))}`).join('\n')}
  )
  _describe -t rules rule rules "$@"
}

_tf-das-lint_output() {
  if compset -P '*='; then
    _files
  else
    compadd -S = -q "$@"
  fi
}

_tf-das-lint_operand() {
  if ((words[(I)--])); then
    _files
    return
  fi
  local -a commands
  commands=(
${[...line.summaries].map(([command, summary]) => `    ${quoted(described(command, summary))}`).join('\n')}
  )
  _alternative 'commands:command:{_describe -t commands command commands}' 'files:file:_files'
}

_tf-das-lint() {
  local command=lint word
  local -i skipped=0
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if ((skipped)); then
      skipped=0
      continue
    fi
    case $word in
      --) break ;;
      ${takingValues(line).join(' | ')}) skipped=1 ;;
      -?*) ;;
      ${[...line.summaries.keys()].join(' | ')})
        command=$word
        break
        ;;
      *) break ;;
    esac
  done

  case $command in
${line.commands.map(commandCase).join('\n')}
  esac
}

if [[ $funcstack[1] == _tf-das-lint ]]; then
  _tf-das-lint "$@"
else
  compdef _tf-das-lint ${name}
fi
`

const commandCase = ({ name: command, options, operand }: CompletedCommand): string => {
  const operands =
    command === 'lint'
      ? ["'1: :_tf-das-lint_operand'", "'*:path:_files'"]
      : [`'1:command:(${command})'`, ...(operand.kind === 'none' ? [] : [quoted(`*${argument(operand)}`)])]
  const specs = [...options.map(optionSpec), ...operands]
  return `    ${command})
      _arguments -S \\
        ${specs.join(' \\\n        ')}
      ;;`
}

const optionSpec = ({ name: option, letter, describe, value, isAttached }: CompletedOption): string => {
  const explained = `[${describe.replace(/[\\[\]:]/g, '\\$&')}]`
  if (value.kind === 'none') {
    const names = letter === undefined ? `--${option}` : `{-${letter},--${option}}`
    // Braces stand outside of the quotes: the shell makes one of each.
    return letter === undefined ? quoted(names + explained) : `'(-${letter} --${option})'${names}${quoted(explained)}`
  }
  if (isAttached) return quoted(`--${option}=-${explained}:${argument(value)}`)
  return quoted(`*--${option}=${explained}${argument(value)}`)
}

/** What it is, and what it can be. */
const argument = (value: Value): string => {
  switch (value.kind) {
    case 'words':
      return `:value:(${value.words.join(' ')})`
    case 'rule':
      return ':rule:_tf-das-lint_rule'
    case 'rules':
      return ':rules:_sequence _tf-das-lint_rule'
    case 'report':
      return `:report:_tf-das-lint_output ${value.formats.join(' ')}`
    case 'file':
      return ':file:_files'
    case 'directory':
      return ':directory:_files -/'
    case 'text':
      return ':value: '
    case 'none':
      return ''
    default:
      return value satisfies never
  }
}

const described = (word: string, describe: string): string => `${word}:${describe.replace(/[\\:]/g, '\\$&')}`

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
