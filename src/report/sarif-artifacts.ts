import type { Artifact, ArtifactLocation } from 'sarif'

export const SOURCE_ROOT = '%SRCROOT%'

/**
 * The files of a run, each listed once and referred to by index. Code scanning refuses a whole upload for one empty URI or one
 * that leads out of the repository, so a file outside of it is named as if it lay at its root, and its entry says so.
 */
export class Artifacts {
  readonly #repositoryPath: (path: string) => string
  readonly #indexes = new Map<string, number>()
  readonly #artifacts: Artifact[] = []

  constructor(repositoryPath: (path: string) => string) {
    this.#repositoryPath = repositoryPath
  }

  get all(): Artifact[] {
    return this.#artifacts
  }

  location(path: string): ArtifactLocation {
    const known = this.#repositoryPath(path)
    const inside = known.replace(/^(?:[A-Za-z]:|\.{0,2}\/)+/, '') || 'unnamed'
    const uri = inside.split('/').map(encodeSegment).join('/')
    let index = this.#indexes.get(uri)
    if (index === undefined) {
      index = this.#artifacts.length
      this.#indexes.set(uri, index)
      const outside = /^(?:[A-Za-z]:|\/|\.\.\/)/.test(known)
      this.#artifacts.push({
        location: { uri, uriBaseId: SOURCE_ROOT },
        ...(outside ? { description: { text: `outside of the repository: ${known}` } } : {}),
      })
    }
    return { uri, uriBaseId: SOURCE_ROOT, index }
  }
}

/** `encodeURIComponent` throws on a lone surrogate, which a file name that is not Unicode may hold. */
const encodeSegment = (segment: string): string =>
  encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/[!'()*]/g, escaped)

const escaped = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
