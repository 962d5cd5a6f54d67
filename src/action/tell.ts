import { category } from '../cli/category.js'
import type { Linted } from '../cli/linted.js'
import { name } from '../project.js'
import { type Annotation, annotations, unshown } from '../report/annotations.js'
import { coverage, tally } from '../report/closing.js'
import { diagnosticsText } from '../report/diagnostics.js'
import { maskedIn } from '../report/redact.js'
import type { Report } from '../report/report.js'
import type { ReportOptions } from '../report/reporter.js'
import { text } from '../report/text.js'
import type { Job } from './job.js'
import { COLUMNS, type Log } from './log.js'
import type { OnPullRequest } from './on-pull-request.js'
import { type OutputFiles, writeOutputFiles } from './output-files.js'
import { writeSummary } from './summary.js'
import { type Verdict, verdictOn } from './verdict.js'

/** Says what was found in all the ways that the inputs want. Returns what the step comes to. */
export const tell = async (job: Job, { outcome, exit }: Extract<Linted, { kind: 'linted' }>): Promise<Verdict> => {
  const { host, log, inputs, given, workspace, pull, engine } = job
  const found = outcome.judged
  const options: ReportOptions = {
    color: false,
    columns: COLUMNS,
    quiet: true,
    // Nobody has the Action's own file at hand.
    command: `npx ${name}`,
    category: category(given.paths.map(workspace.named)),
    repositoryPath: workspace.repositoryPath,
  }
  const { patches } = outcome
  const files = await writeOutputFiles(host, workspace, engine, {
    sarif: inputs.sarif,
    report: found,
    options,
    patches,
  })
  const report = { ...found, diagnostics: [...found.diagnostics, ...files.diagnostics] }
  tellLog(log, report, options, inputs.annotations)
  if (inputs.source !== undefined && inputs.plans.length === 0 && found.stats.plans === 0) {
    log.notice('source: there is no plan among what is linted, so it has no use')
  }
  for (const line of patches?.outside() ?? []) log.line(line)
  setOutputs(job, report, files)
  const isReviewed = await review(log, pull, report)
  const hasSummary = inputs.summary && (await writeSummary(job, report, options))
  const verdict = verdictOn(report, exit)
  // Where suggestions were to take their place and could not, annotations do.
  if (inputs.annotations || isReviewed === false) annotate(log, report, options, { verdict, hasSummary })
  return verdict
}

/** The report, folded where annotations say the same. */
const tellLog = (log: Log, report: Report, options: ReportOptions, isFolded: boolean): void => {
  const { diagnostics, findings } = report
  log.text(diagnosticsText(diagnostics, { color: false, columns: COLUMNS, masked: maskedIn(report) }))
  const closing = `${tally(report)}; ${coverage(report)}`
  if (findings.length > 0 && isFolded) log.folded(closing, text(report, options))
  else {
    log.text(text(report, options))
    log.line(findings.length > 0 ? closing : coverage(report))
  }
}

const setOutputs = ({ host: { toolkit }, log }: Job, { findings, summary }: Report, files: OutputFiles): void => {
  const outputs = new Map<string, string | number>([
    ['findings', findings.length],
    ['errors', summary.errors],
    ['warnings', summary.warnings],
    ['sarif-file', files.sarif],
    ['patch-file', files.patch],
  ])
  try {
    for (const [output, value] of outputs) toolkit.setOutput(output, value)
  } catch (error) {
    log.notice(`the outputs cannot be set: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Whether the pull request has the patches; `undefined` where nobody asked for it. */
const review = async (log: Log, { review }: OnPullRequest, report: Report): Promise<boolean | undefined> => {
  if (!review) return undefined
  const outcome = await review(report)
  for (const sentence of outcome.log) log.line(sentence)
  for (const sentence of outcome.notices) log.notice(sentence)
  return outcome.notices.length === 0 || outcome.url !== undefined
}

const annotate = (
  log: Log,
  report: Report,
  { repositoryPath }: ReportOptions,
  { verdict: { failure }, hasSummary }: { readonly verdict: Verdict; readonly hasSummary: boolean },
): void => {
  // The sentence that the step fails with is an error of its own, and counts.
  const last: readonly Annotation[] = failure === undefined ? [] : [{ level: 'error', title: name, message: failure }]
  const all = annotations(report, repositoryPath)
  const more = unshown([...all, ...last], hasSummary ? 'in the job summary and in the log' : 'in the log')
  if (more !== undefined) log.notice(more)
  log.annotateFirst(all, { error: last.length, warning: 0, notice: more === undefined ? 0 : 1 })
}
