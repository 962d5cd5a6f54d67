/**
 * Builds dist/, which is committed: the Action and the hook run it as it stands in the repository, without an install.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleApi, bundleCommand } from './bundle.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

rmSync(`${root}dist`, { recursive: true, force: true })
const bundled = [...(await bundleCommand(`${root}dist/bin.cjs`)), ...(await bundleApi(`${root}dist/index.js`))]
writeFileSync(`${root}dist/LICENSES.txt`, licenses(bundled))

const types = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.ci/tsconfig.types.json'], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = types.status ?? 1

/** The licences of what was bundled ask to be passed on with it. */
function licenses(bundled) {
  return [...new Set(bundled)]
    .sort()
    .map((name) => {
      const folder = `${root}node_modules/${name}/`
      const { version, license } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'))
      const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'LICENCE'].find((each) =>
        existsSync(folder + each),
      )
      const text = file
        ? readFileSync(folder + file, 'utf8')
            .replaceAll('\r\n', '\n')
            .trim()
        : ''
      return `${name} ${version} (${license})\n\n${text}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}
