import { annotationLines, github } from './github.js'
import { gitlab } from './gitlab.js'
import { junit } from './junit.js'
import { markdown } from './markdown.js'
import type { Reporter } from './reporter.js'
import { withoutCommands } from './workflow-commands.js'

/** Reports for the services that show them. Loaded by the runs that write one: those for programs start sooner without. */
export const services = { github, junit, gitlab, markdown } satisfies Readonly<Record<string, Reporter>>

export { annotationLines, withoutCommands }
