"use strict";var b=Object.defineProperty;var _=Object.getOwnPropertyDescriptor;var z=Object.getOwnPropertyNames;var Q=Object.prototype.hasOwnProperty;var V=(e,t)=>{for(var o in t)b(e,o,{get:t[o],enumerable:!0})},X=(e,t,o,n)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of z(t))!Q.call(e,r)&&r!==o&&b(e,r,{get:()=>t[r],enumerable:!(n=_(t,r))||n.enumerable});return e};var Y=e=>X(b({},"__esModule",{value:!0}),e);var ae={};V(ae,{init:()=>ne});module.exports=Y(ae);var k=require("node:path");var l=require("node:path");var S=e=>({kind:"read",value:e}),E=(...e)=>({kind:"wrong",diagnostics:e.map(t=>({severity:"error",...t}))});var Z=[".tf-das-lint.json",".tf-das-lint.yaml",".tf-das-lint.yml"],A=e=>{let t="";for(let o=e.cwd;;o=(0,l.dirname)(o)){let[n,r]=Z.filter(f=>T(e,(0,l.resolve)(o,f))==="file");if(n!==void 0&&r!==void 0){let f=`${t}${n} and ${t}${r} are both configs: which of them holds?`;return E({message:f,hint:"keep one of them, or name one with --config FILE"})}if(n!==void 0)return S(t+n);if((0,l.dirname)(o)===o||T(e,(0,l.resolve)(o,".git"))!==void 0)return S(void 0);t+="../"}},T=({kind:e},t)=>{try{return e(t)}catch{return}};var g={name:"tf-das-lint",version:"0.1.0",repository:{type:"git",url:"git+https://github.com/tf-das-lint/tf-das-lint.git"}};var s=g.name,h=g.version,m=g.repository.url.replace(/^git\+/,"").replace(/\.git$/,"");var ue=`${m}/issues`;var I=/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu,U=e=>{let t=e.codePointAt(0)??0;return t>65535?`\\u{${t.toString(16)}}`:`\\u${t.toString(16).padStart(4,"0")}`},N=e=>e.replace(I,U),w=e=>JSON.stringify(e,null,2).replace(I,t=>t===`
`?t:Array.from({length:t.length},(o,n)=>U(String.fromCharCode(t.charCodeAt(n)))).join(""));var p=class extends Error{hint;constructor(t,o){super(t),this.name="UserError",this.hint=o}static[Symbol.hasInstance](t){return t instanceof Error&&t.name==="UserError"}};var d=require("node:path"),H=({kind:e},t)=>{for(let o=t;;o=(0,d.dirname)(o)){if(e((0,d.resolve)(o,".git"))!==void 0)return o;if((0,d.dirname)(o)===o)return}};var ee=(e,t)=>{let o=(0,d.relative)(e,t);return!/^\.\.(?:[\\/]|$)/.test(o)&&!(0,d.isAbsolute)(o)},F=(e,t,o)=>{let n=(0,d.resolve)(t,o);return(ee(e,n)?(0,d.relative)(e,n):n).replaceAll("\\","/")||"."};var L=e=>e.get("npm_command")==="exec"?`npx ${s}`:s;var y=m.split("/").slice(-2).join("/"),W=e=>`https://raw.githubusercontent.com/${y}/main/${e}`;var x=`.${s}.yaml`,D=()=>`# yaml-language-server: $schema=${W("schemas/config.schema.json")}
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
`;var J=".pre-commit-config.yaml",P=e=>`# https://pre-commit.com says what else can stand here.
repos:
${R(e)}`,R=(e,t="")=>{let[o="  "]=/^ *(?=- +repo:)/m.exec(t)??[],n=e===void 0?"":`      args: ["--config", ${w(e)}, --]
`;return`- repo: ${m}
  rev: v${h}
  hooks:
    # Beside it there are ${s}-fix, which applies the safe patches, and ${s}-plan, for plans.
    - id: ${s}
${n}`.replace(/^(?=.)/gm,o)},q=e=>e.split(`
`).some(t=>/^[\s-]*repo:/.test(t)&&t.toLowerCase().includes(m.toLowerCase()));var G=`.github/workflows/${s}.yml`,j="main",te=`${y}@v${h.split(".")[0]}`,K=e=>`name: ${s}

on:
  pull_request:
  push:
    branches: [${j}] # the one that pull requests go into

permissions:
  contents: read
  pull-requests: write # for the patches, as suggestions to commit

jobs:
${C(e)}`,C=e=>{let t=e===void 0?"":`          working-directory: ${oe(e)}
`;return`  ${s}:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: ${te}
        with:
          fix-suggestions: true
${t}`},oe=e=>w(e.replaceAll("${{","${{ '${{' }}")),B=e=>e.split(`
`).some(t=>/^[\s-]*uses:/.test(t)&&t.toLowerCase().includes(`${y}@`.toLowerCase()));var ne=async({hook:e,workflow:t},o)=>{let{fileSystem:n}=o,r=re(n),a=e||t?se(r??x,e?"hook":"workflow",n):void 0;r===void 0?await O({path:x,text:D(),addition:()=>{}},o):await $(`${r} is the config here, and stays as it is`,o);let f=L(o.environment),c=[[f,"lints the working directory"]];if(a&&e&&(await O(a.hook,o),c.push(["pre-commit install","runs the hook at each commit"])),a&&t){let i=await O(a.workflow,o),v=[r??x,...e?[a.hook.path]:[],a.workflow.path],M=i?`on pull requests and on pushes to ${j}`:"where its triggers say";c.push([`git add ${v.join(" ")} && git commit`,`once pushed, the workflow runs ${M}`])}a||c.push([`${f} init --hook --workflow`,"writes the files of pre-commit and GitHub"]);let u=Math.max(...c.map(([i])=>i.length));return await o.stderr.write(`next:
${c.map(([i,v])=>`  ${i.padEnd(u)}  ${v}
`).join("")}`),0},re=e=>{let t=A(e);if(t.kind==="read")return t.value;let[o]=t.diagnostics;throw new p(o?.message??"there are two configs",o?.hint)},se=(e,t,o)=>{let{cwd:n}=o,r=H(o,n);if(r===void 0)throw new p(`the ${t} belongs to a Git repository, and there is none here`,"git init makes one");let a=i=>(0,k.relative)(n,(0,k.resolve)(r,i)).replaceAll("\\","/"),f=F(r,n,e),c=f.includes("/")?f:void 0,u=n===r?void 0:F(r,n,".");return{hook:{path:a(J),text:P(c),addition:i=>q(i)?void 0:`# below repos:
${R(c,i)}`},workflow:{path:a(G),text:K(u),addition:i=>B(i)?void 0:`# below jobs:
${C(u)}`}}},O=async({path:e,text:t,addition:o},n)=>{if(n.createFile(e,t))return await $(`wrote ${e}`,n),!0;let r=o(ie(e,n.fileSystem));return r===void 0?await $(`${e} is there, and stays as it is`,n):(await $(`${e} is there, and stays as it is; what to add to it:`,n),await n.stdout.write(r)),!1},ie=(e,{kind:t,read:o})=>{try{if(t(e)==="file")return new TextDecoder().decode(o(e))}catch{}throw new p(`cannot write ${e}: something of that name is there that cannot be read as a file`)},$=(e,{stderr:t})=>t.write(`${s}: ${N(e)}
`);0&&(module.exports={init});
