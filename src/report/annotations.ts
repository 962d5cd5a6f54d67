import type { Finding, Location, Severity } from '../finding.js'
import { name } from '../project.js'
import type { Diagnostic } from '../source/diagnostic.js'
import { isElsewhere } from './elsewhere.js'
import { type Group, group, mended, NAMED, named, wordsOf } from './grouping.js'
import { count } from './plural.js'
import { region } from './region.js'
import { relatedText } from './related-text.js'
import type { Report } from './report.js'
import type { ReportOptions } from './reporter.js'

/** What GitHub shows beside a line, in a pull request and in the summary of a run. Nothing in it is escaped. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  /** From the root of the repository, `/`-separated; absolute where it lies outside, absent where there is none (standard input). */
  readonly file?: string
  /** 1-based. Absent without a file. */
  readonly startLine?: number
  readonly endLine?: number
  /** 1-based, in code points, the end exclusive. GitHub takes them only within one line: absent for several. */
  readonly startColumn?: number
  readonly endColumn?: number
  readonly title: string
  /** Lines; the first says what is wrong. */
  readonly message: string
}

/** As many of each level as GitHub shows of one step. */
export const SHOWN = 10

const LEVELS: Readonly<Record<Severity, Annotation['level']>> = { error: 'error', warning: 'warning', note: 'notice' }
const ORDER: readonly Annotation['level'][] = ['error', 'warning', 'notice']

/**
 * One for each cause and each problem of the input. Errors first, then warnings, then notices, because the first ones are shown;
 * what could not be read comes before what was found.
 */
export const annotations = (
  report: Pick<Report, 'diagnostics' | 'findings'>,
  repositoryPath: ReportOptions['repositoryPath'],
): readonly Annotation[] => {
  const all = [
    ...report.diagnostics.map((diagnostic) => ofDiagnostic(diagnostic, repositoryPath)),
    ...group(report.findings).map((entry) => ofGroup(entry, repositoryPath)),
  ]
  return ORDER.flatMap((level) => all.filter((annotation) => annotation.level === level))
}

/** What is told where GitHub shows only some of them: `12 errors and 1 warning more are …`; `where` ends the sentence. */
export const unshown = (all: readonly Annotation[], where: string): string | undefined => {
  const more = ORDER.flatMap((level) => {
    const beyond = all.filter((annotation) => annotation.level === level).length - SHOWN
    return beyond > 0 ? [{ beyond, text: count(beyond, level) }] : []
  })
  if (more.length === 0) return undefined
  const isOne = more.length === 1 && more[0]?.beyond === 1
  const list = more.map(({ text }) => text).join(' and ')
  return `GitHub shows the first ${SHOWN} annotations of each level of a step: ${list} more ${isOne ? 'is' : 'are'} ${where}`
}

const ofGroup = (entry: Group, repositoryPath: ReportOptions['repositoryPath']): Annotation => {
  const { finding, addresses, places } = entry
  const told = (words: string): string => wordsOf(entry, words)
  const instances = addresses.length > 1 ? [`on: ${named(places, String)}`] : root(finding)
  const lines = [
    told(finding.message),
    ...(finding.hint === '' ? [] : [`help: ${told(finding.hint)}`]),
    ...instances,
    ...finding.because.map((reason) => `because: ${told(reason)}`),
    ...finding.related.map((each) => `see: ${relatedText(each)}`),
    ...patchLines(entry),
    `docs: ${finding.url}`,
  ]
  return {
    level: LEVELS[finding.severity],
    ...(finding.location === undefined ? {} : placeOf(finding.location, repositoryPath)),
    title: `${name}: ${finding.rule}${finding.verdict === 'undecided' ? ' (undecided)' : ''}`,
    message: lines.join('\n'),
  }
}

/** The titles alone, so that patches which read alike are one. */
const patchLines = (entry: Group): readonly string[] => {
  const titles = new Map<string, string[]>()
  for (const { fix, places } of entry.patches) {
    const title = `patch${fix.safety === 'safe' ? '' : ' (unsafe)'}: ${fix.title}`
    const known = titles.get(title)
    if (known) known.push(...places)
    else titles.set(title, [...places])
  }
  const lines = [...titles].map(([title, places]) => `${title}${mended(entry, places, String)}`)
  const more = lines.length - NAMED
  return more > 0 ? [...lines.slice(0, NAMED), `and ${count(more, 'patch', 'patches')} more`] : lines
}

const root = (finding: Finding): readonly string[] =>
  isElsewhere(finding) ? [`in the root module ${finding.rootModule ?? ''}`] : []

const ofDiagnostic = (
  { severity, message, hint, file, source, span }: Diagnostic,
  repositoryPath: ReportOptions['repositoryPath'],
): Annotation => {
  const named = file ?? source?.path
  const place: Location | undefined =
    source && span
      ? { kind: 'source', source, span }
      : named === undefined
        ? undefined
        : { kind: 'document', file: named }
  return {
    level: severity,
    ...(place === undefined ? {} : placeOf(place, repositoryPath)),
    title: name,
    message: hint === undefined ? message : `${message}\nhelp: ${hint}`,
  }
}

type Place = Pick<Annotation, 'file' | 'startLine' | 'endLine' | 'startColumn' | 'endColumn'>

/** Of a document as a whole, its first line: GitHub puts an annotation without a line nowhere. */
const placeOf = (location: Location, repositoryPath: ReportOptions['repositoryPath']): Place => {
  if (location.kind === 'document')
    return location.file === '-' ? {} : { file: repositoryPath(location.file), startLine: 1, endLine: 1 }
  const { startLine, endLine, startColumn, endColumn } = region(location.source, location.span)
  const lines = { file: repositoryPath(location.source.path), startLine, endLine }
  return startLine === endLine ? { ...lines, startColumn, endColumn } : lines
}
