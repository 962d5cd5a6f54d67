/**
 * Builds dist/, which is committed: the Action and the hook run it as it stands in the repository, without an install.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleAction, bundleApi, bundleCommand } from './bundle.mjs'
import { reachable } from './reachable.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

rmSync(`${root}dist`, { recursive: true, force: true })
const bundled = [
  ...(await bundleCommand(`${root}dist/bin.cjs`)),
  ...(await bundleAction(`${root}dist/action.cjs`)),
  ...(await bundleApi(`${root}dist/index.js`)),
]
writeFileSync(`${root}dist/LICENSES.txt`, licenses(bundled))

const types = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.ci/tsconfig.types.json'], {
  cwd: root,
  stdio: 'inherit',
})
pruneDeclarations(`${root}dist/types`, 'src/index.d.ts')
process.exitCode = types.status ?? 1

/** The compiler writes one for each source; those that the public ones do not lead to say nothing to users. */
function pruneDeclarations(folder, entry) {
  const kept = reachable(join(folder, entry))
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name)
    const isNeeded = file.isFile() ? kept.has(path) : [...kept].some((each) => each.startsWith(`${path}${sep}`))
    if (!isNeeded) rmSync(path, { recursive: true, force: true })
  }
}

/** The licences of what was bundled ask to be passed on with it. */
function licenses(bundled) {
  return [...new Set(bundled)]
    .sort()
    .map((name) => {
      const folder = `${root}node_modules/${name}/`
      const { version, license, repository } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'))
      const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'LICENCE'].find((each) =>
        existsSync(folder + each),
      )
      const text = file
        ? readFileSync(folder + file, 'utf8')
            .replaceAll('\r\n', '\n')
            .trim()
        : `Its source: ${repository.url.replace(/^git(?:\+https)?:/, 'https:')}`
      return `${name} ${version} (${license})\n\n${text}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}
