import { name, version } from '../../project.js'
import { type CommandLine, type CompletedCommand, takingValues, type Value } from './command-line.js'

/**
 * For bash from 3.2 on, which macOS has, without the package bash-completion. Files are left to the shell (`-o default`), which
 * knows how to quote them.
 */
export const bashScript = (line: CommandLine): string => `# Completes ${name} ${version} in bash.

_tf_das_lint_reply() {
  COMPREPLY=($(compgen -P "$1" -W "$2" -- "$3"))
  compopt +o default 2>/dev/null
}

_tf_das_lint() {
  local IFS=$' \\t\\n' rules='${line.rules.map(({ id }) => id).join(' ')}'
  local word joined= option= ended= command= i last whole current before= mark upto
  local -a words
  words=()
  COMPREPLY=()

  # bash takes words apart at = and :, which are parts of them here.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $i -gt 1 && -n $word && (-n $joined || $word == [=:]*) ]]; then
      words[\${#words[@]} - 1]+=$word
    else
      words[\${#words[@]}]=$word
    fi
    joined=
    if [[ $word == [=:]* ]]; then joined=yes; fi
  done

  last=$((\${#words[@]} - 1))
  for ((i = 0; i < last; i++)); do
    option=
    word=\${words[i]}
    case $ended$word in
      --) ended=yes ;;
      ${takingValues(line).join(' | ')})
        option=$word
        i=$((i + 1))
        ;;
      -?*) ;;
      *)
        if [[ -z $ended$command ]]; then
          case $word in
            ${[...line.summaries.keys()].join(' | ')})
              command=$word
              continue
              ;;
          esac
          command=lint
        fi
        ;;
    esac
  done
  if ((i <= last)); then option=; fi

  whole=\${words[last]}
  current=$whole
  if [[ -z $option$ended && $whole == --*=* ]]; then
    option=\${whole%%=*}
    current=\${whole#*=}
  fi
  before=\${whole%"$current"}

  if [[ -n $option ]]; then
    case \${command:-lint}$option in
${valueCases(line)}
      *) compopt +o default 2>/dev/null ;;
    esac
  elif [[ -z $ended && $whole == -* ]]; then
    case $command in
${line.commands.map(optionCase).join('\n')}
    esac
  elif [[ -z $ended && -z $command ]]; then
    _tf_das_lint_reply '' '${[...line.summaries.keys()].join(' ')}' "$current"
    compopt -o default 2>/dev/null
    # With commands among the answers, the shell adds no files.
    if [[ \${#COMPREPLY[@]} -gt 0 ]]; then
      while IFS= read -r word; do
        if [[ -d $word ]]; then word+=/; fi
        word=$(printf %q "$word")
        # The shell would take it apart here when it completes it further.
        COMPREPLY[\${#COMPREPLY[@]}]=\${word//:/\\:}
      done < <(compgen -f -- "$current")
    fi
  else
    case \${command:-lint} in
${line.commands.map(operandCase).join('\n')}
    esac
  fi

  # What stands before the last = or : is not replaced by the answer.
  upto=
  for mark in = :; do
    if [[ $COMP_WORDBREAKS == *"$mark"* && $whole == *"$mark"* ]]; then
      word=\${whole%"\${whole##*"$mark"}"}
      if [[ \${#word} -gt \${#upto} ]]; then upto=$word; fi
    fi
  done
  for ((i = 0; i < \${#COMPREPLY[@]}; i++)); do
    word=$before\${COMPREPLY[i]}
    COMPREPLY[i]=\${word#"$upto"}
  done
}

complete -o default -F _tf_das_lint ${name}
`

/** What to do for the value of each option; the same value in several commands is one case. */
const valueCases = ({ commands }: CommandLine): string => {
  const cases = new Map<string, string[]>()
  for (const { name: command, options } of commands) {
    for (const { name: option, value } of options) {
      if (value.kind === 'none') continue
      const action = actionOf(value)
      cases.set(action, [...(cases.get(action) ?? []), `${command}--${option}`])
    }
  }
  return [...cases].map(([action, patterns]) => `      ${patterns.join(' | ')}) ${action} ;;`).join('\n')
}

/** Before a command is named, the option may be one of any. */
const optionCase = ({ name: command, options }: CompletedCommand): string => {
  const written = options.flatMap(({ name: option, letter, isAttached }) => [
    `--${option}`,
    ...(isAttached ? [`--${option}=`] : []),
    ...(letter === undefined ? [] : [`-${letter}`]),
  ])
  const pattern = command === 'lint' ? `lint | ''` : command
  return `      ${pattern}) _tf_das_lint_reply '' '${written.join(' ')}' "$whole" ;;`
}

const operandCase = ({ name: command, operand }: CompletedCommand): string => {
  return `      ${command}) ${actionOf(operand)} ;;`
}

const NOTHING = 'compopt +o default 2>/dev/null'

const actionOf = (value: Value): string => {
  switch (value.kind) {
    case 'words':
      return `_tf_das_lint_reply '' '${value.words.join(' ')}' "$current"`
    case 'rule':
      return `_tf_das_lint_reply '' "$rules" "$current"`
    case 'rules':
      return `_tf_das_lint_reply "\${current%"\${current##*,}"}" "$rules" "\${current##*,}"`
    case 'report': {
      const formats = value.formats.map((format) => `${format}=`).join(' ')
      return `if [[ $current != *=* ]]; then _tf_das_lint_reply '' '${formats}' "$current"; compopt -o nospace 2>/dev/null; fi`
    }
    case 'file':
      return ':'
    case 'directory':
      return 'compopt -o dirnames +o default 2>/dev/null'
    case 'text':
    case 'none':
      return NOTHING
    default:
      return value satisfies never
  }
}
