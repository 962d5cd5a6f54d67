/** What `npm publish` would send: everything that users need, and nothing else; and its entry points as publint reads them. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

const run = (command, args, stdio) => spawnSync(command, args, { encoding: 'utf8', stdio })

const packed = run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], ['ignore', 'pipe', 'inherit'])
const listed = JSON.parse(packed.stdout)
const [{ files, size }] = Array.isArray(listed) ? listed : Object.values(listed)
const paths = files.map(({ path }) => path)
const needed = [
  'dist/bin.cjs',
  'dist/main.cjs',
  'dist/index.js',
  'dist/pages.cjs',
  'dist/types/src/index.d.ts',
  ...readdirSync('schemas').map((name) => `schemas/${name}`),
  'README.md',
  'LICENSE',
]
const missing = needed.filter((path) => !paths.includes(path))
const strange = paths.filter(
  (path) => !/^(dist|schemas)\//.test(path) && !/^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(path),
)
if (missing.length > 0) console.error(`not in the package: ${missing.join(', ')}`)
if (strange.length > 0) console.error(`should not be in the package: ${strange.join(', ')}`)
console.log(`${paths.length} files, ${Math.round(size / 1000)} kB packed`)

const publint = run('npx', ['--no-install', 'publint', '--strict'], ['ignore', 'inherit', 'inherit'])
process.exitCode = missing.length + strange.length > 0 || publint.status !== 0 ? 1 : 0
