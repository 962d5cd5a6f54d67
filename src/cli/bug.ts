import { issuesUrl, name, version } from '../project.js'
import { visible } from '../report/control-characters.js'

/** What to do about an error that is nobody's mistake but ours; `stackOf` stands above it. */
export const BUG = `${name} ${version} has a bug: report it with the lines above at ${issuesUrl}`

/** Where it happened. */
export const stackOf = (error: unknown): string => {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return stack.split('\n').map(visible).join('\n')
}
