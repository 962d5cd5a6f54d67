/**
 * The README's picture of a terminal is a real run: what the command prints of the sample, in colour, as SVG. Findings that
 * are left out for its length are marked. The tests compare, `node .ci/picture.mjs` writes.
 */
import { writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { ran } from './ran.mjs'

export const file = fileURLToPath(new URL('../.github/terminal.svg', import.meta.url))

const COLUMNS = 80
const SHOWN = ['unsupported-engine-version', 'availability-zones-force-replacement']
const TYPED = 'tf-das-lint fixtures/sample'

const ESCAPE = String.fromCharCode(27)
const CODE = new RegExp(`(${ESCAPE}\\[[\\d;]*m)`)

/** In pixels. A monospace letter is 0.6 of its size wide, in most fonts a little less. */
const SIZE = 13
const LETTER = 0.605 * SIZE
const LINE = 17
const MARGIN = 20
const BAR = 34

/** What the codes of Select Graphic Rendition switch on; what is not here switches off. */
const CODES = new Map([
  [1, { weight: 'b' }],
  [2, { dim: 'd' }],
  [4, { underline: 'u' }],
  [22, { weight: undefined, dim: undefined }],
  [24, { underline: undefined }],
  [31, { colour: 'red' }],
  [32, { colour: 'green' }],
  [33, { colour: 'yellow' }],
  [34, { colour: 'blue' }],
  [35, { colour: 'magenta' }],
  [36, { colour: 'cyan' }],
  [39, { colour: undefined }],
])

const STYLE = `
  svg { font: ${SIZE}px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace }
  text { fill: #d1d7e0; white-space: pre }
  .b { font-weight: 600; fill: #f0f6fc }
  .d { fill: #9198a1 }
  .u { text-decoration: underline }
  .red { fill: #ff7b72 }
  .green { fill: #56d364 }
  .yellow { fill: #e3b341 }
  .blue { fill: #79c0ff }
  .magenta { fill: #d2a8ff }
  .cyan { fill: #56d4dd }
`

/** What the command prints of the sample, in colour. */
const printed = () => {
  const { status, stdout, stderr } = ran('node', 'dist/bin.cjs', 'fixtures/sample', '--color', 'always')
  if (status !== 1) throw new Error(`the sample should fail: ${stderr}`)
  return stdout.trimEnd()
}

/** The heading, the findings that are shown, and the closing lines; an ellipsis where others stand between. */
const abridged = (output) => {
  const [heading, ...rest] = output.split('\n\n')
  const closing = rest.pop()
  const isShown = (finding) => SHOWN.some((rule) => finding.includes(`[${rule}]`))
  const findings = rest.flatMap((finding, index) =>
    isShown(finding) ? [finding] : index > 0 && !isShown(rest[index - 1]) ? [] : [`${ESCAPE}[2m⋮${ESCAPE}[22m`],
  )
  return [heading, ...findings, closing].join('\n\n')
}

/** Splits a line into runs of one style, each of `{ text, style }`, and breaks it where the terminal ends. */
const terminalLines = (output) =>
  output.split('\n').flatMap((line) => {
    const rows = [[]]
    let style = {}
    let column = 0
    for (const part of line.split(CODE)) {
      if (CODE.test(part)) {
        for (const code of part.slice(2, -1).split(';')) style = { ...style, ...CODES.get(Number(code)) }
        continue
      }
      for (const letter of part) {
        if (column === COLUMNS) {
          rows.push([])
          column = 0
        }
        const row = rows.at(-1)
        if (row.at(-1)?.style === style) row.at(-1).text += letter
        else row.push({ text: letter, style })
        column += 1
      }
    }
    return rows
  })

const escaped = (text) =>
  text.replaceAll(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`).replaceAll(/\p{Cc}/gu, '\ufffd')

const run = ({ text, style: { weight, dim, underline, colour } }) => {
  const names = [weight, dim, underline, colour].filter((name) => name !== undefined)
  return names.length === 0 ? escaped(text) : `<tspan class="${names.join(' ')}">${escaped(text)}</tspan>`
}

const drawn = (row, index) =>
  row.length === 0
    ? []
    : [`<text x="${MARGIN}" y="${BAR + (index + 1) * LINE}" xml:space="preserve">${row.map(run).join('')}</text>`]

/** What is printed, ANSI codes and all, as a picture of a terminal. */
export const terminal = (output) => {
  const rows = terminalLines(`${ESCAPE}[32m$${ESCAPE}[39m ${ESCAPE}[1m${TYPED}${ESCAPE}[22m\n${output}`)
  const width = Math.ceil(COLUMNS * LETTER) + 2 * MARGIN
  const height = BAR + rows.length * LINE + MARGIN
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (colour, index) => `<circle cx="${MARGIN + 5 + index * 20}" cy="18" r="5.5" fill="${colour}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">${TYPED}, in a terminal</title>
<desc id="description">What the command prints of the bundled sample: two of its findings, each with its place in the code, why it is one, what to write instead, and the patch; then how many there are, and what applies the patches.</desc>
<style>${STYLE}</style>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#0d1117" stroke="#3d444d"/>
${dots.join('')}
${rows.flatMap(drawn).join('\n')}
</svg>
`
}

/** The picture as it has to be. */
export const picture = () => terminal(abridged(printed()))

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, picture())
