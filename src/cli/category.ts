import { name } from '../project.js'

/** Runs over different paths of one commit are different categories; one path keeps its category from commit to commit. */
export const category = (paths: readonly string[]): string => {
  const told = paths.filter((path) => path !== '.').slice(0, 4)
  const rest = paths.length > 4 ? [`and-${paths.length - 4}-more`] : []
  return [name, ...told, ...rest].join('/')
}
