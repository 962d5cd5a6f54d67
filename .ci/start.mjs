/** `npm start` lints the bundled sample, `npm start -- PATH` what it is given; neither fails for findings. */
import { fileURLToPath } from 'node:url'

const given = process.argv.slice(2)
const sample = fileURLToPath(new URL('../fixtures/sample', import.meta.url))
const relative = sample.startsWith(process.cwd()) ? sample.slice(process.cwd().length + 1) : sample
if (!given.some((argument) => argument.startsWith('--fail-on'))) process.argv.push('--fail-on', 'never')
if (given.every((argument) => argument.startsWith('-') && argument !== '-')) process.argv.push(relative)
await import('../dist/bin.cjs')
