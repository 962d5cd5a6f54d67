import { name, repositoryUrl, version } from '../../project.js'
import { safeJson } from '../../report/control-characters.js'

/** The only name that pre-commit looks for. */
export const HOOK = '.pre-commit-config.yaml'

/**
 * @param config - From the root of the repository, where pre-commit runs its hooks; `undefined` where it is found from there.
 */
export const hookText = (config: string | undefined): string =>
  `# https://pre-commit.com says what else can stand here.\nrepos:\n${hookEntry(config)}`

/** What belongs below `repos:`, as far in as the others of that file: `pre-commit sample-config` begins in the first column. */
export const hookEntry = (config: string | undefined, file = ''): string => {
  const [indent = '  '] = /^ *(?=- +repo:)/m.exec(file) ?? []
  const args = config === undefined ? '' : `      args: ["--config", ${safeJson(config)}, --]\n`
  const entry = `- repo: ${repositoryUrl}
  rev: v${version}
  hooks:
    # Beside it there are ${name}-fix, which applies the safe patches, and ${name}-plan, for plans.
    - id: ${name}
${args}`
  return entry.replace(/^(?=.)/gm, indent)
}

/** Whether a config of pre-commit has a hook of ours. */
export const hasHook = (text: string): boolean =>
  text.split('\n').some((line) => /^[\s-]*repo:/.test(line) && line.toLowerCase().includes(repositoryUrl.toLowerCase()))
