"use strict";var $=Object.defineProperty;var K=Object.getOwnPropertyDescriptor;var q=Object.getOwnPropertyNames;var M=Object.prototype.hasOwnProperty;var _=(e,t)=>{for(var o in t)$(e,o,{get:t[o],enumerable:!0})},B=(e,t,o,n)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of q(t))!M.call(e,r)&&r!==o&&$(e,r,{get:()=>t[r],enumerable:!(n=K(t,r))||n.enumerable});return e};var z=e=>B($({},"__esModule",{value:!0}),e);var ne={};_(ne,{init:()=>Z});module.exports=z(ne);var k=require("node:path");var l=require("node:path");var b=e=>({kind:"read",value:e}),O=(...e)=>({kind:"wrong",diagnostics:e.map(t=>({severity:"error",...t}))});var Q=[".tf-das-lint.json",".tf-das-lint.yaml",".tf-das-lint.yml"],C=e=>{let t="";for(let o=e.cwd;;o=(0,l.dirname)(o)){let[n,r]=Q.filter(i=>A(e,(0,l.resolve)(o,i))==="file");if(n!==void 0&&r!==void 0){let i=`${t}${n} and ${t}${r} are both configs: which of them holds?`;return O({message:i,hint:"keep one of them, or name one with --config FILE"})}if(n!==void 0)return b(t+n);if((0,l.dirname)(o)===o||A(e,(0,l.resolve)(o,".git"))!==void 0)return b(void 0);t+="../"}},A=({kind:e},t)=>{try{return e(t)}catch{return}};var g=JSON.parse('{"name":"tf-das-lint","version":"0.1.0","description":"Finds every Aurora cluster without a working Database Activity Stream in Terraform, before apply, says why, and hands back the patch","license":"Apache-2.0","type":"module","repository":{"type":"git","url":"git+https://github.com/tf-das-lint/tf-das-lint.git"},"bin":{"tf-das-lint":"dist/bin.cjs"},"exports":{".":{"types":"./dist/types/src/index.d.ts","default":"./dist/index.js"},"./schemas/*.schema.json":"./schemas/*.schema.json","./package.json":"./package.json"},"files":["dist/*.cjs","!dist/action*.cjs","dist/index.js","dist/LICENSES.txt","dist/types","schemas/*.schema.json","CHANGELOG.md"],"engines":{"node":">=20.19"},"keywords":["terraform","opentofu","aurora","rds","database-activity-streams","lint","security","sarif"],"scripts":{"dist":"node .ci/build.mjs","typecheck":"tsc -p .","lint":"biome check --error-on-warnings .","format":"biome check --write .","test":"vitest run","check":"bash .ci/run --installed","start":"node .ci/start.mjs","bench":"node test/bench/bench.mjs","compare":"node test/compare/compare.mjs"},"dependencies":{"@cdktf/hcl2json":"^0.21.0","glob":"^14.0.6","yaml":"^2.9.1"},"devDependencies":{"@actions/core":"^3.0.1","@actions/github":"^9.1.1","@biomejs/biome":"~2.5.15","@dagrejs/dagre":"^3.1.3","@types/node":"^20.19.43","@types/sarif":"^2.1.7","@types/yargs":"^17.0.35","ajv":"^8.20.0","diff":"^9.0.0","esbuild":"^0.28.2","fast-check":"^4.10.2","picocolors":"^1.1.1","typescript":"^7.0.2","vitest":"^4.1.12","yargs":"^18.2.0"}}');var s=g.name,h=g.version,m=g.repository.url.replace(/^git\+/,"").replace(/\.git$/,"");var fe=`${m}/issues`;var T=/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu,R=e=>{let t=e.codePointAt(0)??0;return t>65535?`\\u{${t.toString(16)}}`:`\\u${t.toString(16).padStart(4,"0")}`},I=e=>e.replace(T,R),y=e=>JSON.stringify(e,null,2).replace(T,t=>t===`
`?t:Array.from({length:t.length},(o,n)=>R(String.fromCharCode(t.charCodeAt(n)))).join(""));var p=class extends Error{hint;constructor(t,o){super(t),this.name="UserError",this.hint=o}static[Symbol.hasInstance](t){return t instanceof Error&&t.name==="UserError"}};var a=require("node:path"),U=({kind:e},t)=>{for(let o=t;;o=(0,a.dirname)(o)){if(e((0,a.resolve)(o,".git"))!==void 0)return o;if((0,a.dirname)(o)===o)return}};var V=(e,t)=>{let o=(0,a.relative)(e,t);return!o.startsWith("..")&&!(0,a.isAbsolute)(o)},v=(e,t,o)=>{let n=(0,a.resolve)(t,o);return(V(e,n)?(0,a.relative)(e,n):n).replaceAll("\\","/")||"."};var w=m.split("/").slice(-2).join("/"),N=e=>`https://raw.githubusercontent.com/${w}/main/${e}`;var j=`.${s}.yaml`,L=()=>`# yaml-language-server: $schema=${N("schemas/config.schema.json")}
#
# The config of ${s} for all runs below this directory. Every key may be left out, and the command line wins.
# To use one of those that are left out, take the # in front of it away.

# Exit with 1 from this severity on: error, warning, note or never.
failOn: warning

# Count what cannot be decided before the apply like a violation.
strict: false

# How much the findings of a rule weigh: error, warning, note, or off, which leaves the rule out.
# "${s} rules" lists the rules, "${s} explain RULE" shows the page of one.
#rules:
#  kms-key-forces-replacement: error
#  undecrypted-firehose: off

# What is to be left as it is, and why.
#exempt:
#  - address: module.dev.* # as in the findings; * stands for any text
#    rules: [missing-activity-stream]
#    reason: no data of customers
#    until: 2999-12-31 # the last day that it holds on; without it, for ever

# The findings that are known: "${s} --write-baseline" writes the file, then only what is new is reported.
#baseline: .${s}-baseline.json
`;var D=".pre-commit-config.yaml",W=e=>`# https://pre-commit.com says what else can stand here.
repos:
${S(e)}`,S=(e,t="")=>{let[o="  "]=/^ *(?=- +repo:)/m.exec(t)??[],n=e===void 0?"":`      args: ["--config", ${y(e)}, --]
`;return`- repo: ${m}
  rev: v${h}
  hooks:
    # Beside it there are ${s}-fix, which applies the safe patches, and ${s}-plan, for plans.
    - id: ${s}
${n}`.replace(/^(?=.)/gm,o)},H=e=>e.split(`
`).some(t=>/^[\s-]*repo:/.test(t)&&t.toLowerCase().includes(m.toLowerCase()));var J=`.github/workflows/${s}.yml`,X=`${w}@v${h.split(".")[0]}`,G=e=>`name: ${s}

on:
  pull_request:
  push:
    branches: [main] # the one that pull requests go into

permissions:
  contents: read
  pull-requests: write # for the patches, as suggestions to commit

jobs:
${F(e)}`,F=e=>{let t=e===void 0?"":`          working-directory: ${Y(e)}
`;return`  ${s}:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: ${X}
        with:
          fix-suggestions: true
${t}`},Y=e=>y(e.replaceAll("${{","${{ '${{' }}")),P=e=>e.split(`
`).some(t=>/^[\s-]*uses:/.test(t)&&t.toLowerCase().includes(`${w}@`.toLowerCase()));var Z=async({hook:e,workflow:t},o)=>{let{fileSystem:n}=o,r=ee(n),d=e||t?te(r??j,e?"hook":"workflow",n):void 0;r===void 0?await E({path:j,text:L(),addition:()=>{}},o):await x(`${r} is the config here, and stays as it is`,o);let i=[[s,"lints the working directory"]];d&&e&&(await E(d.hook,o),i.push(["pre-commit install","runs the hook at each commit"])),d&&t&&(await E(d.workflow,o),i.push([`git add ${d.workflow.path} && git commit`,"runs the workflow from the next push on"])),d||i.push([`${s} init --hook --workflow`,"writes the files of pre-commit and GitHub"]);let u=Math.max(...i.map(([f])=>f.length));return await o.stderr.write(`next:
${i.map(([f,c])=>`  ${f.padEnd(u)}  ${c}
`).join("")}`),0},ee=e=>{let t=C(e);if(t.kind==="read")return t.value;let[o]=t.diagnostics;throw new p(o?.message??"there are two configs",o?.hint)},te=(e,t,o)=>{let{cwd:n}=o,r=U(o,n);if(r===void 0)throw new p(`the ${t} belongs to a Git repository, and there is none here`,"git init makes one");let d=c=>(0,k.relative)(n,(0,k.resolve)(r,c)).replaceAll("\\","/"),i=v(r,n,e),u=i.includes("/")?i:void 0,f=n===r?void 0:v(r,n,".");return{hook:{path:d(D),text:W(u),addition:c=>H(c)?void 0:`# below repos:
${S(u,c)}`},workflow:{path:d(J),text:G(f),addition:c=>P(c)?void 0:`# below jobs:
${F(f)}`}}},E=async({path:e,text:t,addition:o},n)=>{if(n.createFile(e,t))return x(`wrote ${e}`,n);let r=o(oe(e,n.fileSystem));if(r===void 0)return x(`${e} is there, and stays as it is`,n);await x(`${e} is there, and stays as it is; what to add to it:`,n),await n.stdout.write(r)},oe=(e,{kind:t,read:o})=>{try{if(t(e)==="file")return new TextDecoder().decode(o(e))}catch{}throw new p(`cannot write ${e}: something of that name is there that cannot be read as a file`)},x=(e,{stderr:t})=>t.write(`${s}: ${I(e)}
`);0&&(module.exports={init});
