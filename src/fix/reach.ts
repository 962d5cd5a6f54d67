import { dirname, resolve } from 'node:path'
import { INPUT_FILE } from '../lint/standard-input.js'
import { name } from '../project.js'
import type { FileSystem } from '../source/file-system.js'
import { isConfigurationFile } from '../terraform/load/index.js'
import { isWithin, nameOf } from '../terraform/load/paths.js'
import type { MendOptions } from './mended.js'
import type { FileIdentities } from './overlay.js'
import type { Patch } from './patch.js'

/** Which files patches may write to: those in the directories that the user named, and none that is hidden there. */
export class Reach {
  readonly #cwd: string
  readonly #identities: FileIdentities
  readonly #safety: MendOptions['safety']
  readonly #takesInput: boolean
  /** As they were named, and what they are behind symbolic links; absolute. */
  readonly #roots: readonly { readonly named: string; readonly real: string }[]
  readonly #reasons = new Map<string, string | undefined>()

  constructor(
    { cwd }: FileSystem,
    identities: FileIdentities,
    directories: readonly string[],
    { safety, paths }: Pick<MendOptions, 'safety' | 'paths'>,
  ) {
    this.#cwd = cwd
    this.#identities = identities
    this.#safety = safety
    this.#takesInput = paths.includes('-')
    this.#roots = directories.map((path) => ({ named: resolve(cwd, path), real: identities.of(path) }))
  }

  /** Why a patch is not made; `undefined` where it may be. */
  refusal({ fix }: Patch): string | undefined {
    if (fix.edits.length === 0) return 'there is a plan alone, and nothing that could be edited'
    for (const { source } of fix.edits) {
      const reason = this.#reason(source.path)
      if (reason !== undefined) return reason
    }
    return undefined
  }

  #reason(path: string): string | undefined {
    if (this.#reasons.has(path)) return this.#reasons.get(path)
    const reason = this.#reasonOf(path)
    this.#reasons.set(path, reason)
    return reason
  }

  #reasonOf(path: string): string | undefined {
    if (this.#takesInput && path === INPUT_FILE) return 'it came by standard input'
    const file = this.#identities.of(path)
    const inside = this.#roots.filter(({ real }) => isWithin(real, file))
    if (inside.some(({ real }) => !isHidden(file.slice(real.length)))) return undefined
    if (inside.length > 0) return `${path} is hidden, or in a hidden directory`
    const written = resolve(this.#cwd, path)
    if (this.#roots.some(({ named }) => isWithin(named, written)))
      return `${path} leads outside of what was named, to ${file}`
    const lies = `${path} lies outside of what was named`
    if (!isConfigurationFile(nameOf(path))) return lies
    return `${lies}: run ${name} --fix${this.#safety === 'unsafe' ? '=unsafe' : ''} ${dirname(path)}`
  }
}

const isHidden = (path: string): boolean =>
  path.split(/[\\/]/).some((part) => part.startsWith('.') || part === 'node_modules')
