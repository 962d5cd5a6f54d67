import { type AuroraView, auroraView } from '../aurora/view.js'
import type { Finding } from '../finding.js'
import type { JudgedRoot } from '../suppression/index.js'
import type { RootModule } from '../terraform/configuration.js'
import { Evaluator, type Surroundings } from '../terraform/evaluator.js'
import { callsAround } from './calls-around.js'
import { type CheckedRoot, check, type SelectedRule } from './check.js'
import type { Found } from './found.js'

/** One root module of the run, from source or from a plan, joined. */
export interface Root extends CheckedRoot, JudgedRoot {
  readonly view: AuroraView
}

export type RootDescription = Omit<Root, 'view' | 'evaluator' | 'isOneOfSeveral'> & {
  readonly module: RootModule
  readonly surroundings: Surroundings
}

/**
 * Joins the root modules of a run; each is told of what is in the others. But a configuration is judged by what is written, whatever
 * is deployed, and AWS needs to be told nothing.
 */
export const joinRoots = (descriptions: readonly RootDescription[]): readonly Root[] => {
  const roots: Root[] = []
  const beside = (index: number, own: Root['deployed']): readonly AuroraView[] =>
    own === 'aws'
      ? []
      : roots.flatMap(({ view, deployed }, other) =>
          other === index || deployed === 'aws' || (deployed && own !== deployed) ? [] : [view],
        )
  for (const [index, { module, surroundings, ...root }] of descriptions.entries()) {
    const isOneOfSeveral = descriptions.length > 1
    const evaluator = new Evaluator(module, surroundings)
    roots.push({
      ...root,
      isOneOfSeveral,
      evaluator,
      view: auroraView(evaluator, () => beside(index, root.deployed)),
    })
  }
  return roots
}

export const findingsIn = (root: Root, rules: readonly SelectedRule[]): readonly Found[] =>
  check(root.view, rules, root).map(({ finding, places }) => ({
    finding,
    places: () => [...places(), ...callsAround(root.evaluator.root.module, finding)],
    isAskedFor: isNamed(root, finding),
  }))

const isNamed = ({ onlyFiles }: Root, { location }: Finding): boolean =>
  !onlyFiles || (location?.kind === 'source' && onlyFiles.has(location.source.path))
