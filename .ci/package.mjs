/**
 * The package as `npm publish` would send it: its files, its entry points as other tools read them, and its command and API after
 * an install in an empty folder. Asks for .ci/tools/install before.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reachable } from './reachable.mjs'

/** In bytes, packed. */
const LARGEST = 3_000_000

const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = `${root}build/package`
const tool = (name) => `${root}build/tools/node_modules/.bin/${name}`
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

const run = (command, args, { cwd = scratch, environment = {} } = {}) => {
  const env = { ...process.env, ...environment }
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  if (error) throw error
  return { status, stdout, stderr }
}

const faults = []
const expect = (isSo, fault) => {
  if (!isSo) faults.push(fault)
}

/** All that is asked of another program, whose own words are the fault. */
const expectSuccess = (what, { status, stdout, stderr }) => expect(status === 0, `${what}:\n${stdout}${stderr}`)

rmSync(scratch, { recursive: true, force: true })
mkdirSync(scratch, { recursive: true })

const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], { cwd: root })
const listed = JSON.parse(packed.stdout)
const [{ files, size, filename }] = Array.isArray(listed) ? listed : Object.values(listed)
const tarball = join(scratch, filename)

/** The Action runs from the repository. dist/hcl2json.cjs looks for its copy of the parser before it takes the dependency. */
const isOfAction = (path) => path.startsWith('dist/action')

/** What the command, the API and its declarations lead to, and what is named here. */
const needed = new Set([
  'package.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'dist/LICENSES.txt',
  ...readdirSync(`${root}schemas`).map((name) => `schemas/${name}`),
  ...[manifest.bin['tf-das-lint'], manifest.exports['.'].default, manifest.exports['.'].types].flatMap((entry) =>
    [...reachable(join(root, entry))]
      .map((path) => relative(root, path).replaceAll(sep, '/'))
      .filter((path) => !isOfAction(path)),
  ),
])
const paths = new Set(files.map(({ path }) => path))
for (const path of needed) expect(paths.has(path), `not in the package: ${path}`)
for (const path of paths) expect(needed.has(path), `nothing leads to it, but it is in the package: ${path}`)
expect(size < LARGEST, `${size} bytes packed; at most ${LARGEST}`)

for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
  expect(manifest.scripts[script] === undefined, `the package has a script ${script}`)
}

expectSuccess('publint', run(tool('publint'), ['run', tarball, '--strict']))
// Only CommonJS of older Node and `moduleResolution: node10` find nothing, which is meant.
expectSuccess(
  'arethetypeswrong',
  run(tool('attw'), [tarball, '--profile', 'node16', '--ignore-rules', 'cjs-resolves-to-esm', '--no-emoji']),
)

/** As a user who has nothing yet. */
const consumer = `${scratch}/consumer`
cpSync(`${root}.ci/consumer`, consumer, { recursive: true })
mkdirSync(`${consumer}/sample`)
cpSync(`${root}fixtures/sample/main.tf`, `${consumer}/sample/main.tf`)
mkdirSync(`${consumer}/broken`)
cpSync(`${root}.ci/consumer/broken.tf`, `${consumer}/broken/main.tf`)
writeFileSync(`${consumer}/package.json`, '{ "private": true, "type": "module" }\n')
expectSuccess('npm install', run('npm', ['install', '--no-audit', '--no-fund', tarball], { cwd: consumer }))

/** Every package that came with it, in whatever depth. */
const installed = JSON.parse(readFileSync(`${consumer}/package-lock.json`, 'utf8')).packages
for (const [path, { hasInstallScript }] of Object.entries(installed)) {
  expect(!hasInstallScript, `${path} runs a script when it is installed`)
}

const npx = (...args) => run('npx', ['--no-install', 'tf-das-lint', ...args], { cwd: consumer })
const version = npx('--version')
expect(version.stdout.includes(manifest.version), `npx tf-das-lint --version says ${version.stdout}${version.stderr}`)
const sample = npx('--format', 'json', 'sample')
expect(
  sample.status === 1 && JSON.parse(sample.stdout).findings.length > 0,
  `npx tf-das-lint sample exits with ${sample.status}`,
)
// Only HashiCorp's own parser says it in these words.
const broken = npx('broken')
expect(
  broken.status === 2 && /Expected the start of an expression/.test(broken.stdout + broken.stderr),
  `npx tf-das-lint broken says ${broken.stdout}${broken.stderr}`,
)
for (const script of ['import.mjs', 'require.cjs']) {
  expectSuccess(script, run(process.execPath, ['--no-warnings', script], { cwd: consumer }))
}
expectSuccess('tsc', run(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', '.'], { cwd: consumer }))

/** As a user who has nothing, and wants nothing installed: an empty cache has no copy that an earlier run left in it. */
const visitor = `${scratch}/visitor`
mkdirSync(visitor)
cpSync(`${root}fixtures/sample/main.tf`, `${visitor}/main.tf`)
const visits = (...args) =>
  run('npx', ['--yes', '--package', tarball, 'tf-das-lint', ...args], {
    cwd: visitor,
    environment: { npm_config_cache: `${scratch}/npx` },
  })
const visit = visits('--only', 'invalid-kms-key-id')
expect(
  visit.status === 1 &&
    /^main\.tf {2}1 error\n\nerror\[invalid-kms-key-id\]: /.test(visit.stdout) &&
    visit.stdout.endsWith(
      '\n\n1 error (1 with a patch); stream declared for 1 of 1 Aurora cluster\nnpx tf-das-lint --fix mends it\n',
    ),
  `npx --package of the tarball exits with ${visit.status} and says ${visit.stdout}${visit.stderr}`,
)
const mended = visits('--only', 'invalid-kms-key-id', '--fix')
expect(
  mended.status === 0 && mended.stderr.includes('mended 1 finding in 1 file: main.tf'),
  `npx --package of the tarball with --fix exits with ${mended.status} and says ${mended.stdout}${mended.stderr}`,
)
expect(
  readdirSync(visitor).join() === 'main.tf',
  `npx --package of the tarball leaves ${readdirSync(visitor)} in the folder`,
)

for (const fault of faults) console.error(fault)
const bytes = (directory) =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
const sum = existsSync(`${consumer}/node_modules`) ? bytes(`${consumer}/node_modules`) : 0
console.log(
  `${paths.size} files, ${Math.round(size / 1000)} kB packed; installed ${Object.keys(installed).length - 1} packages, ${(sum / 1e6).toFixed(1)} MB`,
)
process.exitCode = faults.length > 0 ? 1 : 0
