import { name } from '../project.js'
import { type Annotation, annotations, unshown } from './annotations.js'
import { coverage, tally } from './closing.js'
import type { Report } from './report.js'
import type { Reporter, ReportOptions } from './reporter.js'
import { workflowCommand } from './workflow-commands.js'

/** Workflow commands of GitHub's, a line each, from which the runner makes annotations, and a last line for the log. */
export const github: Reporter = (report, options) =>
  annotationLines(report, options) + (options.quiet ? '' : `${name}: ${tally(report)}; ${coverage(report)}\n`)

/** The commands alone: they may stand between whatever else a step says. */
export const annotationLines = (
  report: Report,
  { repositoryPath, quiet }: Pick<ReportOptions, 'repositoryPath' | 'quiet'>,
): string => {
  const all = annotations(report, repositoryPath)
  const more = quiet ? undefined : unshown(all, 'in the log of the step')
  const first = all.filter(({ level }) => level !== 'notice')
  // Before the other notices, of which the last are not shown.
  const told: readonly Annotation[] = more === undefined ? [] : [{ level: 'notice', title: name, message: more }]
  return [...first, ...told, ...all.slice(first.length)].map((each) => `${annotationCommand(each)}\n`).join('')
}

/** The command without the line's end. */
export const annotationCommand = (annotation: Annotation): string => {
  const { level, file, startLine, endLine, startColumn, endColumn, title, message } = annotation
  const properties = new Map<string, string | number | undefined>([
    ['file', file],
    ['line', startLine],
    ['endLine', endLine],
    ['col', startColumn],
    ['endColumn', endColumn],
    ['title', title],
  ])
  return workflowCommand(level, properties, message)
}
