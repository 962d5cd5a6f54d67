"use strict";var O=Object.defineProperty;var D=Object.getOwnPropertyDescriptor;var H=Object.getOwnPropertyNames;var J=Object.prototype.hasOwnProperty;var G=(e,t)=>{for(var n in t)O(e,n,{get:t[n],enumerable:!0})},K=(e,t,n,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of H(t))!J.call(e,r)&&r!==n&&O(e,r,{get:()=>t[r],enumerable:!(o=D(t,r))||o.enumerable});return e};var Q=e=>K(O({},"__esModule",{value:!0}),e);var we={};G(we,{completionScript:()=>ye});module.exports=Q(we);var B=require("node:path/posix");var w={name:"tf-das-lint",version:"0.1.0",repository:{type:"git",url:"git+https://github.com/tf-das-lint/tf-das-lint.git"}};var i=w.name,c=w.version,_=w.repository.url.replace(/^git\+/,"").replace(/\.git$/,"");var Ce=`${_}/issues`;var k=class extends Error{hint;constructor(t,n){super(t),this.name="UserError",this.hint=n}static[Symbol.hasInstance](t){return t instanceof Error&&t.name==="UserError"}};var b=["text","json","sarif","github","junit","gitlab","markdown"];var C=["error","warning","note","never"];var v=[...b,"patch"],M=["safe","unsafe"],R=["auto","always","never"],a=(e,t={})=>({...t,string:!0,requiresArg:!0,describe:e}),d=(e,t={})=>({...t,boolean:!0,describe:e}),X=e=>({string:!0,describe:e}),l={format:a(`what goes to stdout: ${v.join(", ")} (default: text, in a GitHub job with annotations on stderr)`),output:a("a further report to a file, F=FILE; repeatable"),"with-deleted":d("also the modules that the commit being made takes files from; without paths, those alone"),fix:X("apply the safe patches, --fix=unsafe all, then report what is left"),"dry-run":d("of --fix, show what it would change, and write nothing"),only:a("rules to run, by id; repeatable, comma lists"),skip:a("rules to leave out, by id; repeatable, comma lists"),"fail-on":a(`exit with 1 from this severity on: ${C.join(", ")} (default: warning)`),strict:d("count what cannot be decided before the apply like a violation"),var:a("a variable, NAME=VALUE; repeatable"),"var-file":a("a file of variables; repeatable"),source:a("the configuration behind a plan: findings then point at its lines"),baseline:a("report only what is not in this file of known findings"),"write-baseline":d("write the findings to the baseline: from now on they are known"),config:a("the config (default: .tf-das-lint.json or .tf-das-lint.yaml, from the working directory upward)"),"no-config":d("read no config"),color:a(`${R.join(", ")} (default: auto); also NO_COLOR, FORCE_COLOR`),quiet:d("findings alone, without the closing lines",{alias:"q"}),"show-suppressed":d("list what is suppressed, too: in text, markdown, junit and SARIF"),stats:d("what was read, and how long it took, on stderr"),help:d("show this help",{alias:"h"}),version:d("show the version",{alias:"V"})},E={hook:d("write .pre-commit-config.yaml, too, at the root of the repository"),workflow:d("write .github/workflows/tf-das-lint.yml, too, at the root of the repository")},Fe={...l,...E},S=["mermaid","dot","json","svg"],u=["bash","zsh","fish"],F=["text","json"],{color:j,help:h,version:$}=l,Z={format:a(`what goes to stdout: ${S.join(", ")} (default: mermaid)`),output:a("a further graph to a file, F=FILE; repeatable"),var:l.var,"var-file":l["var-file"],source:l.source,config:l.config,"no-config":l["no-config"],color:j,quiet:d("of what could not be read, errors alone",{alias:"q"}),help:h,version:$},V={lint:l,rules:{format:a(`what goes to stdout: ${F.join(", ")} (default: text)`),color:j,help:h,version:$},explain:{color:j,help:h,version:$},graph:Z,init:{...E,help:h,version:$},completion:{help:h,version:$}},A=["rules","explain","graph","init","completion"];var q={id:"unused-suppression",severity:"warning",title:"a suppression that matches no finding, or is written wrongly",description:"A suppression that outlives its finding hides the next one, and one that is written wrongly hides nothing.",categories:["audit"],compliance:[],references:[`${_}#suppress-a-finding`],since:"0.1.0",planOnly:!1,yieldsTo:[],securitySeverity:"1.0",url:`${_}#suppress-a-finding`};var y=e=>({kind:"words",words:e}),g={kind:"file"},ee={lint:v,rules:F,graph:S},te={fix:y(M),only:{kind:"rules"},skip:{kind:"rules"},"fail-on":y(C),var:{kind:"text"},"var-file":g,source:{kind:"directory"},baseline:g,config:g,color:y(R)},ne={lint:g,rules:{kind:"none"},explain:{kind:"rule"},graph:g,init:{kind:"none"},completion:y(u)},oe={rules:"list the rules",explain:"show the page of a rule",graph:"draw the graph around each Aurora cluster",init:"write a config, and on request a hook and a workflow",completion:"print what completes all this in a shell"},U=e=>({commands:["lint",...A].map(t=>({name:t,options:Object.entries(V[t]).map(([n,o])=>re(t,n,o)),operand:ne[t]})),summaries:new Map(Object.entries(oe)),rules:[...e,q]}),re=(e,t,{alias:n,boolean:o,requiresArg:r,describe:s})=>({name:t,letter:typeof n=="string"?n:void 0,describe:s??"",value:o===!0?{kind:"none"}:se(t,ee[e]??b),isAttached:o!==!0&&r!==!0}),se=(e,t)=>e==="format"?y(t):e==="output"?{kind:"report",formats:t}:te[e]??{kind:"text"},f=({commands:e})=>{let t=e.flatMap(({options:n})=>n.filter(({value:o,isAttached:r})=>o.kind!=="none"&&!r).map(({name:o})=>`--${o}`));return[...new Set(t)]};var z=e=>`# Completes ${i} ${c} in bash.

_tf_das_lint_reply() {
  COMPREPLY=($(compgen -P "$1" -W "$2" -- "$3"))
  compopt +o default 2>/dev/null
}

_tf_das_lint() {
  local IFS=$' \\t\\n' rules='${e.rules.map(({id:t})=>t).join(" ")}'
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
      ${f(e).join(" | ")})
        option=$word
        i=$((i + 1))
        ;;
      -?*) ;;
      *)
        if [[ -z $ended$command ]]; then
          case $word in
            ${[...e.summaries.keys()].join(" | ")})
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
${ie(e)}
      *) compopt +o default 2>/dev/null ;;
    esac
  elif [[ -z $ended && $whole == -* ]]; then
    case $command in
${e.commands.map(ae).join(`
`)}
    esac
  elif [[ -z $ended && -z $command ]]; then
    _tf_das_lint_reply '' '${[...e.summaries.keys()].join(" ")}' "$current"
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
${e.commands.map(de).join(`
`)}
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

complete -o default -F _tf_das_lint ${i}
`,ie=({commands:e})=>{let t=new Map;for(let{name:n,options:o}of e)for(let{name:r,value:s}of o){if(s.kind==="none")continue;let p=I(s);t.set(p,[...t.get(p)??[],`${n}--${r}`])}return[...t].map(([n,o])=>`      ${o.join(" | ")}) ${n} ;;`).join(`
`)},ae=({name:e,options:t})=>{let n=t.flatMap(({name:r,letter:s,isAttached:p})=>[`--${r}`,...p?[`--${r}=`]:[],...s===void 0?[]:[`-${s}`]]);return`      ${e==="lint"?"lint | ''":e}) _tf_das_lint_reply '' '${n.join(" ")}' "$whole" ;;`},de=({name:e,operand:t})=>`      ${e}) ${I(t)} ;;`,le="compopt +o default 2>/dev/null",I=e=>{switch(e.kind){case"words":return`_tf_das_lint_reply '' '${e.words.join(" ")}' "$current"`;case"rule":return`_tf_das_lint_reply '' "$rules" "$current"`;case"rules":return'_tf_das_lint_reply "${current%"${current##*,}"}" "$rules" "${current##*,}"';case"report":return`if [[ $current != *=* ]]; then _tf_das_lint_reply '' '${e.formats.map(n=>`${n}=`).join(" ")}' "$current"; compopt -o nospace 2>/dev/null; fi`;case"file":return":";case"directory":return"compopt -o dirnames +o default 2>/dev/null";case"text":case"none":return le;default:return e}};var Y=e=>`# Completes ${i} ${c} in fish.

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
            case ${f(e).join(" ")}
                set skipped yes
            case '-?*'
            case ${[...e.summaries.keys()].join(" ")}
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
${e.rules.map(({id:t,title:n})=>`    printf '%s%s\\t%s\\n' "$argv" ${t} ${L(n)}`).join(`
`)}
end

# What stands before the last comma stays.
function __tf_das_lint_list
    set -l written (commandline -ct | string replace -r '^--[a-z-]+=' '')
    __tf_das_lint_rules (string replace -rf '(.*,)[^,]*$' '$1' -- $written)
end

complete -c ${i} -n '__tf_das_lint_is ${pe(e).join(" ")}' -f
${[...e.summaries].map(([t,n])=>`complete -c ${i} -n '__tf_das_lint_is none' -a ${t} -d ${L(n)}`).join(`
`)}
${e.commands.flatMap(me).join(`
`)}
`,pe=({commands:e})=>e.filter(({operand:t})=>t.kind!=="file").map(({name:t})=>t),me=({name:e,options:t,operand:n})=>{let o=`complete -c ${i} -n '__tf_das_lint_is ${e==="lint"?"none lint":e}'`;return[...n.kind==="file"||n.kind==="none"?[]:[`${o} ${x(n)}`],...t.map(s=>`${o} ${ce(s)}`)]},ce=({name:e,letter:t,describe:n,value:o,isAttached:r})=>[`-l ${e}`,...t===void 0?[]:[`-s ${t}`],...o.kind==="none"?[]:r?[`-f ${x(o)}`]:[ue(o)],`-d ${L(n)}`].join(" "),ue=e=>{switch(e.kind){case"file":return"-rF";case"report":return`-rF ${x(e)}`;default:return`-x ${x(e)}`.trimEnd()}},x=e=>{switch(e.kind){case"words":return`-a ${W(e.words)}`;case"rule":return"-a '(__tf_das_lint_rules)'";case"rules":return"-a '(__tf_das_lint_list)'";case"report":return`-a ${W(e.formats.map(t=>`${t}=`))}`;case"directory":return"-a '(__fish_complete_directories)'";case"file":case"text":case"none":return"";default:return e}},W=e=>`'${e.map(t=>`${t}\\t`).join(" ")}'`,L=e=>`'${e.replace(/[\\']/g,"\\$&")}'`;var T=e=>`#compdef ${i}
# Completes ${i} ${c} in zsh.

_tf-das-lint_rule() {
  local -a rules
  rules=(
${e.rules.map(({id:t,title:n})=>`    ${m(N(t,n))}`).join(`
`)}
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
${[...e.summaries].map(([t,n])=>`    ${m(N(t,n))}`).join(`
`)}
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
      ${f(e).join(" | ")}) skipped=1 ;;
      -?*) ;;
      ${[...e.summaries.keys()].join(" | ")})
        command=$word
        break
        ;;
      *) break ;;
    esac
  done

  case $command in
${e.commands.map(fe).join(`
`)}
  esac
}

if [[ $funcstack[1] == _tf-das-lint ]]; then
  _tf-das-lint "$@"
else
  compdef _tf-das-lint ${i}
fi
`,fe=({name:e,options:t,operand:n})=>{let o=e==="lint"?["'1: :_tf-das-lint_operand'","'*:path:_files'"]:[`'1:command:(${e})'`,...n.kind==="none"?[]:[m(`*${P(n)}`)]],r=[...t.map(he),...o];return`    ${e})
      _arguments -S \\
        ${r.join(` \\
        `)}
      ;;`},he=({name:e,letter:t,describe:n,value:o,isAttached:r})=>{let s=`[${n.replace(/[\\[\]:]/g,"\\$&")}]`;if(o.kind==="none"){let p=t===void 0?`--${e}`:`{-${t},--${e}}`;return t===void 0?m(p+s):`'(-${t} --${e})'${p}${m(s)}`}return m(r?`--${e}=-${s}:${P(o)}`:`*--${e}=${s}${P(o)}`)},P=e=>{switch(e.kind){case"words":return`:value:(${e.words.join(" ")})`;case"rule":return":rule:_tf-das-lint_rule";case"rules":return":rules:_sequence _tf-das-lint_rule";case"report":return`:report:_tf-das-lint_output ${e.formats.join(" ")}`;case"file":return":file:_files";case"directory":return":directory:_files -/";case"text":return":value: ";case"none":return"";default:return e}},N=(e,t)=>`${e}:${t.replace(/[\\:]/g,"\\$&")}`,m=e=>`'${e.replaceAll("'","'\\''")}'`;var $e={bash:z,zsh:T,fish:Y},ye=({shell:e},t,n)=>$e[e??ge(n)](U(t)),ge=e=>{let t=e.get("SHELL")??"",n=u.find(o=>o===(0,B.basename)(t));if(n!==void 0)return n;throw new k(t===""?"SHELL does not say which shell this is":`there is no completion for ${t}`,`name one of ${u.join(", ")}: ${i} completion ${u[0]}`)};0&&(module.exports={completionScript});
