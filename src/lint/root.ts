import type { Stream } from '../aurora/stream.js'
import { type AuroraView, auroraView } from '../aurora/view.js'
import type { Finding } from '../finding.js'
import type { Rule } from '../rule.js'
import type { FileSystem } from '../source/file-system.js'
import { repositoryPath, repositoryRoot } from '../source/repository.js'
import type { RootModule } from '../terraform/configuration.js'
import { Evaluator, type Surroundings } from '../terraform/evaluator.js'
import { type CheckedRoot, check } from './check.js'

/** One root module of the run, from source or from a plan, joined. */
export interface Root extends CheckedRoot {
  readonly view: AuroraView
  /** The files that were named: findings elsewhere are not reported. */
  readonly onlyFiles?: ReadonlySet<string>
}

export type RootDescription = Omit<Root, 'view' | 'isOneOfSeveral'> & {
  readonly module: RootModule
  readonly surroundings: Surroundings
}

/** Joins the root modules of a run; each is told of the streams in the others. */
export const joinRoots = (descriptions: readonly RootDescription[]): readonly Root[] => {
  const roots: Root[] = []
  const streamsBeside = (index: number): readonly Stream[] =>
    roots.flatMap(({ view }, other) => (other === index ? [] : view.streams))
  for (const [index, { module, surroundings, ...root }] of descriptions.entries()) {
    const isOneOfSeveral = descriptions.length > 1
    roots.push({
      ...root,
      isOneOfSeveral,
      view: auroraView(new Evaluator(module, surroundings), () => streamsBeside(index)),
    })
  }
  return roots
}

export const findingsIn = (root: Root, rules: readonly Rule[]): readonly Finding[] => {
  const findings = check(root.view, rules, root)
  const { onlyFiles } = root
  if (!onlyFiles) return findings
  return findings.filter(({ location }) => location?.kind === 'source' && onlyFiles.has(location.source.path))
}

/** Where directories lie in the repository: the same from wherever they are named. Looked for once, when somebody asks. */
export const placesIn = (fileSystem: FileSystem): ((directory: string) => string) => {
  let root: string | undefined
  return (directory) => {
    root ??= repositoryRoot(fileSystem)
    return repositoryPath(root, fileSystem.cwd, directory)
  }
}
