"use strict";var j=Object.defineProperty;var H=Object.getOwnPropertyDescriptor;var B=Object.getOwnPropertyNames;var G=Object.prototype.hasOwnProperty;var J=(e,t)=>{for(var n in t)j(e,n,{get:t[n],enumerable:!0})},K=(e,t,n,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of B(t))!G.call(e,r)&&r!==n&&j(e,r,{get:()=>t[r],enumerable:!(o=H(t,r))||o.enumerable});return e};var Q=e=>K(j({},"__esModule",{value:!0}),e);var we={};J(we,{completionScript:()=>ge});module.exports=Q(we);var T=require("node:path/posix");var w=JSON.parse('{"name":"tf-das-lint","version":"0.1.0","description":"Finds every Aurora cluster without a working Database Activity Stream in Terraform, before apply, says why, and hands back the patch","license":"Apache-2.0","type":"module","repository":{"type":"git","url":"git+https://github.com/tf-das-lint/tf-das-lint.git"},"bin":{"tf-das-lint":"dist/bin.cjs"},"exports":{".":{"types":"./dist/types/src/index.d.ts","default":"./dist/index.js"},"./schemas/*.schema.json":"./schemas/*.schema.json","./package.json":"./package.json"},"files":["dist/*.cjs","!dist/action*.cjs","dist/index.js","dist/LICENSES.txt","dist/types","schemas/*.schema.json","CHANGELOG.md"],"engines":{"node":">=20.19"},"keywords":["terraform","opentofu","aurora","rds","database-activity-streams","lint","security","sarif"],"scripts":{"dist":"node .ci/build.mjs","typecheck":"tsc -p .","lint":"biome check --error-on-warnings .","format":"biome check --write .","test":"vitest run","check":"bash .ci/run --installed","start":"node .ci/start.mjs","bench":"node test/bench/bench.mjs","compare":"node test/compare/compare.mjs"},"dependencies":{"@cdktf/hcl2json":"^0.21.0","glob":"^14.0.6","yaml":"^2.9.1"},"devDependencies":{"@actions/core":"^3.0.1","@actions/github":"^9.1.1","@biomejs/biome":"~2.5.15","@dagrejs/dagre":"^3.1.3","@types/node":"^20.19.43","@types/sarif":"^2.1.7","@types/yargs":"^17.0.35","ajv":"^8.20.0","diff":"^9.0.0","esbuild":"^0.28.2","fast-check":"^4.10.2","picocolors":"^1.1.1","typescript":"^7.0.2","vitest":"^4.1.12","yargs":"^18.2.0"}}');var i=w.name,m=w.version,_=w.repository.url.replace(/^git\+/,"").replace(/\.git$/,"");var Ce=`${_}/issues`;var b=class extends Error{hint;constructor(t,n){super(t),this.name="UserError",this.hint=n}static[Symbol.hasInstance](t){return t instanceof Error&&t.name==="UserError"}};var k=["text","json","sarif","github","junit","gitlab","markdown"];var C=["error","warning","note","never"];var v=[...k,"patch"],E=["safe","unsafe"],R=["auto","always","never"],a=(e,t={})=>({...t,string:!0,requiresArg:!0,describe:e}),d=(e,t={})=>({...t,boolean:!0,describe:e}),X=e=>({string:!0,describe:e}),l={format:a(`what goes to stdout: ${v.join(", ")} (default: text, in a GitHub job with annotations on stderr)`),output:a("a further report to a file, F=FILE; repeatable"),"with-deleted":d("also the modules that the commit being made takes files from; without paths, those alone"),fix:X("apply the safe patches, --fix=unsafe all, then report what is left"),"dry-run":d("of --fix, show what it would change, and write nothing"),only:a("rules to run, by id; repeatable, comma lists"),skip:a("rules to leave out, by id; repeatable, comma lists"),"fail-on":a(`exit with 1 from this severity on: ${C.join(", ")} (default: warning)`),strict:d("count what cannot be decided before the apply like a violation"),var:a("a variable, NAME=VALUE; repeatable"),"var-file":a("a file of variables; repeatable"),source:a("the configuration behind a plan: findings then point at its lines"),baseline:a("report only what is not in this file of known findings"),"write-baseline":d("write the findings to the baseline: from now on they are known"),config:a("the config (default: .tf-das-lint.json or .tf-das-lint.yaml, from the working directory upward)"),"no-config":d("read no config"),color:a(`${R.join(", ")} (default: auto); also NO_COLOR, FORCE_COLOR`),quiet:d("findings alone, without the closing lines",{alias:"q"}),"show-suppressed":d("list what is suppressed, too: in text, markdown, junit and SARIF"),stats:d("what was read, and how long it took, on stderr"),help:d("show this help",{alias:"h"}),version:d("show the version",{alias:"V"})},M={hook:d("write .pre-commit-config.yaml, too, at the root of the repository"),workflow:d("write .github/workflows/tf-das-lint.yml, too, at the root of the repository")},Fe={...l,...M},S=["mermaid","dot","json","svg"],u=["bash","zsh","fish"],F=["text","json"],{color:O,help:h,version:y}=l,Z={format:a(`what goes to stdout: ${S.join(", ")} (default: mermaid)`),output:a("a further graph to a file, F=FILE; repeatable"),var:l.var,"var-file":l["var-file"],source:l.source,config:l.config,"no-config":l["no-config"],color:O,quiet:d("of what could not be read, errors alone",{alias:"q"}),help:h,version:y},V={lint:l,rules:{format:a(`what goes to stdout: ${F.join(", ")} (default: text)`),color:O,help:h,version:y},explain:{color:O,help:h,version:y},graph:Z,init:{...M,help:h,version:y},completion:{help:h,version:y}},A=["rules","explain","graph","init","completion"];var q={id:"unused-suppression",severity:"warning",title:"a suppression that matches no finding, or is written wrongly",description:"A suppression that outlives its finding hides the next one, and one that is written wrongly hides nothing.",categories:["audit"],compliance:[],references:[`${_}#suppress-a-finding`],since:"0.1.0",planOnly:!1,yieldsTo:[],securitySeverity:"1.0",url:`${_}#suppress-a-finding`};var g=e=>({kind:"words",words:e}),$={kind:"file"},ee={lint:v,rules:F,graph:S},te={fix:g(E),only:{kind:"rules"},skip:{kind:"rules"},"fail-on":g(C),var:{kind:"text"},"var-file":$,source:{kind:"directory"},baseline:$,config:$,color:g(R)},ne={lint:$,rules:{kind:"none"},explain:{kind:"rule"},graph:$,init:{kind:"none"},completion:g(u)},oe={rules:"list the rules",explain:"show the page of a rule",graph:"draw the graph around each Aurora cluster",init:"write a config, and on request a hook and a workflow",completion:"print what completes all this in a shell"},U=e=>({commands:["lint",...A].map(t=>({name:t,options:Object.entries(V[t]).map(([n,o])=>re(t,n,o)),operand:ne[t]})),summaries:new Map(Object.entries(oe)),rules:[...e,q]}),re=(e,t,{alias:n,boolean:o,requiresArg:r,describe:s})=>({name:t,letter:typeof n=="string"?n:void 0,describe:s??"",value:o===!0?{kind:"none"}:se(t,ee[e]??k),isAttached:o!==!0&&r!==!0}),se=(e,t)=>e==="format"?g(t):e==="output"?{kind:"report",formats:t}:te[e]??{kind:"text"},f=({commands:e})=>{let t=e.flatMap(({options:n})=>n.filter(({value:o,isAttached:r})=>o.kind!=="none"&&!r).map(({name:o})=>`--${o}`));return[...new Set(t)]};var I=e=>`# Completes ${i} ${m} in bash.

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
`,ie=({commands:e})=>{let t=new Map;for(let{name:n,options:o}of e)for(let{name:r,value:s}of o){if(s.kind==="none")continue;let p=z(s);t.set(p,[...t.get(p)??[],`${n}--${r}`])}return[...t].map(([n,o])=>`      ${o.join(" | ")}) ${n} ;;`).join(`
`)},ae=({name:e,options:t})=>{let n=t.flatMap(({name:r,letter:s,isAttached:p})=>[`--${r}`,...p?[`--${r}=`]:[],...s===void 0?[]:[`-${s}`]]);return`      ${e==="lint"?"lint | ''":e}) _tf_das_lint_reply '' '${n.join(" ")}' "$whole" ;;`},de=({name:e,operand:t})=>`      ${e}) ${z(t)} ;;`,le="compopt +o default 2>/dev/null",z=e=>{switch(e.kind){case"words":return`_tf_das_lint_reply '' '${e.words.join(" ")}' "$current"`;case"rule":return`_tf_das_lint_reply '' "$rules" "$current"`;case"rules":return'_tf_das_lint_reply "${current%"${current##*,}"}" "$rules" "${current##*,}"';case"report":return`if [[ $current != *=* ]]; then _tf_das_lint_reply '' '${e.formats.map(n=>`${n}=`).join(" ")}' "$current"; compopt -o nospace 2>/dev/null; fi`;case"file":return":";case"directory":return"compopt -o dirnames +o default 2>/dev/null";case"text":case"none":return le;default:return e}};var W=e=>`# Completes ${i} ${m} in fish.

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
${e.commands.flatMap(ce).join(`
`)}
`,pe=({commands:e})=>e.filter(({operand:t})=>t.kind!=="file").map(({name:t})=>t),ce=({name:e,options:t,operand:n})=>{let o=`complete -c ${i} -n '__tf_das_lint_is ${e==="lint"?"none lint":e}'`;return[...n.kind==="file"||n.kind==="none"?[]:[`${o} ${x(n)}`],...t.map(s=>`${o} ${me(s)}`)]},me=({name:e,letter:t,describe:n,value:o,isAttached:r})=>[`-l ${e}`,...t===void 0?[]:[`-s ${t}`],...o.kind==="none"?[]:r?[`-f ${x(o)}`]:[ue(o)],`-d ${L(n)}`].join(" "),ue=e=>{switch(e.kind){case"file":return"-rF";case"report":return`-rF ${x(e)}`;default:return`-x ${x(e)}`.trimEnd()}},x=e=>{switch(e.kind){case"words":return`-a ${N(e.words)}`;case"rule":return"-a '(__tf_das_lint_rules)'";case"rules":return"-a '(__tf_das_lint_list)'";case"report":return`-a ${N(e.formats.map(t=>`${t}=`))}`;case"directory":return"-a '(__fish_complete_directories)'";case"file":case"text":case"none":return"";default:return e}},N=e=>`'${e.map(t=>`${t}\\t`).join(" ")}'`,L=e=>`'${e.replace(/[\\']/g,"\\$&")}'`;var D=e=>`#compdef ${i}
# Completes ${i} ${m} in zsh.

_tf-das-lint_rule() {
  local -a rules
  rules=(
${e.rules.map(({id:t,title:n})=>`    ${c(Y(t,n))}`).join(`
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
${[...e.summaries].map(([t,n])=>`    ${c(Y(t,n))}`).join(`
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
`,fe=({name:e,options:t,operand:n})=>{let o=e==="lint"?["'1: :_tf-das-lint_operand'","'*:path:_files'"]:[`'1:command:(${e})'`,...n.kind==="none"?[]:[c(`*${P(n)}`)]],r=[...t.map(he),...o];return`    ${e})
      _arguments -S \\
        ${r.join(` \\
        `)}
      ;;`},he=({name:e,letter:t,describe:n,value:o,isAttached:r})=>{let s=`[${n.replace(/[\\[\]:]/g,"\\$&")}]`;if(o.kind==="none"){let p=t===void 0?`--${e}`:`{-${t},--${e}}`;return t===void 0?c(p+s):`'(-${t} --${e})'${p}${c(s)}`}return c(r?`--${e}=-${s}:${P(o)}`:`*--${e}=${s}${P(o)}`)},P=e=>{switch(e.kind){case"words":return`:value:(${e.words.join(" ")})`;case"rule":return":rule:_tf-das-lint_rule";case"rules":return":rules:_sequence _tf-das-lint_rule";case"report":return`:report:_tf-das-lint_output ${e.formats.join(" ")}`;case"file":return":file:_files";case"directory":return":directory:_files -/";case"text":return":value: ";case"none":return"";default:return e}},Y=(e,t)=>`${e}:${t.replace(/[\\:]/g,"\\$&")}`,c=e=>`'${e.replaceAll("'","'\\''")}'`;var ye={bash:I,zsh:D,fish:W},ge=({shell:e},t,n)=>ye[e??$e(n)](U(t)),$e=e=>{let t=e.get("SHELL")??"",n=u.find(o=>o===(0,T.basename)(t));if(n!==void 0)return n;throw new b(t===""?"SHELL does not say which shell this is":`there is no completion for ${t}`,`name one of ${u.join(", ")}: ${i} completion ${u[0]}`)};0&&(module.exports={completionScript});
