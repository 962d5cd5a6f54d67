import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What a program does at the root of the repository, whatever surrounds the run. `node` is this one. */
export const ran = (program, ...rest) => {
  const environment = Object.entries(process.env).filter(
    ([name]) => !/COLOR|^TF_|^CI$|^GITHUB_|^npm_command$/.test(name),
  )
  return spawnSync(program === 'node' ? process.execPath : program, rest, {
    cwd: root,
    encoding: 'utf8',
    env: { ...Object.fromEntries(environment), NODE_DISABLE_COMPILE_CACHE: '1' },
  })
}
