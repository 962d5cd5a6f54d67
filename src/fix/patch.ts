import type { Finding, Fix } from '../finding.js'
import type { MendOptions } from './mended.js'

/** What is to be made as a whole. */
export interface Patch {
  readonly fix: Fix
  /** Whose fix it is: several where they have the same cause, such as the instances of one block. */
  readonly findings: readonly [Finding, ...Finding[]]
}

/** The patches of that grade. What is undecided is not to be mended. */
export const patchesOf = (findings: readonly Finding[], safety: MendOptions['safety']): readonly Patch[] => {
  const patches = new Map<string, { readonly fix: Fix; readonly findings: [Finding, ...Finding[]] }>()
  for (const finding of findings) {
    const { fix, verdict } = finding
    if (!fix || verdict !== 'violation' || (safety === 'safe' && fix.safety !== 'safe')) continue
    const key = fix.edits.length === 0 ? keyOf(finding) : editsOf(fix)
    const known = patches.get(key)
    if (known) known.findings.push(finding)
    else patches.set(key, { fix, findings: [finding] })
  }
  return [...patches.values()]
}

/** Where and what is written. */
export const editsOf = ({ edits }: Fix): string =>
  edits.map(({ source, span, text }) => [source.path, span.start, span.end, text].join('\0')).join('\0\0')

/** What makes it the same finding after the text around it has changed. */
export const keyOf = ({ rule, home, address, path = '' }: Finding): string => [rule, home, address, path].join('\0')

/** What makes it the same patch after the text around it, and so its alignment, has changed; one for each of its findings. */
export const contentsOf = ({ fix, findings }: Patch): readonly string[] => {
  const texts = fix.edits
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('\0')
  return findings.map((finding) => `${keyOf(finding)}\0\0${texts}`)
}
