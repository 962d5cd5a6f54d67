import type { Finding, SuppressedFinding } from '../finding.js'
import { name } from '../project.js'
import { visible } from './control-characters.js'
import { distinct } from './distinct.js'
import { isElsewhere } from './elsewhere.js'
import { relatedText } from './related-text.js'
import type { Report } from './report.js'
import type { Reporter, ReportOptions } from './reporter.js'
import { why } from './suppressed-text.js'
import { type Element, xmlDocument } from './xml.js'

/** One test. A `passed` one says that a rule ran and found nothing. */
interface Case {
  readonly name: string
  readonly result:
    | { readonly kind: 'passed' }
    /** The message in one line, the text with all there is to say; neither is empty, or GitLab takes the attributes for the text. */
    | {
        readonly kind: 'failure' | 'error' | 'skipped'
        readonly type: string
        readonly message: string
        readonly text: string
      }
}

interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
}

/**
 * JUnit's XML as Jenkins and GitLab read it. Each rule is a suite and a class; each of its findings a test that fails, named by its
 * address, so that it keeps its history; a rule that found nothing is one test that passes. What is undecided, a note or suppressed is
 * skipped: it is to be seen, and makes no build unstable. What could not be read is an error.
 */
export const junit: Reporter = (report, options) => {
  const suites = [...inputSuite(report, options), ...ruleSuites(report, options)]
  const cases = suites.flatMap((suite) => suite.cases)
  return xmlDocument({
    name: 'testsuites',
    // Of all suites, the schema knows no number of the skipped.
    attributes: new Map<string, string | number>([['name', name], ...counts(cases)]),
    content: suites.map(suiteElement),
  })
}

const counts = (cases: readonly Case[]): readonly (readonly [string, number])[] => [
  ['tests', cases.length],
  ['failures', countOf(cases, 'failure')],
  ['errors', countOf(cases, 'error')],
]

const countOf = (cases: readonly Case[], kind: Case['result']['kind']): number =>
  cases.filter(({ result }) => result.kind === kind).length

const suiteElement = (suite: Suite): Element => ({
  name: 'testsuite',
  attributes: new Map<string, string | number>([
    ['name', suite.name],
    ...counts(suite.cases),
    ['skipped', countOf(suite.cases, 'skipped')],
    ['time', 0],
  ]),
  content: suite.cases.map((each) => caseElement(each, suite.name)),
})

const caseElement = ({ name: title, result }: Case, suite: string): Element => ({
  name: 'testcase',
  attributes: new Map<string, string | number>([
    // Jenkins takes what stands before the last dot for a package; no rule's id holds one.
    ['classname', `${name}.${suite}`],
    ['name', title],
    ['time', 0],
  ]),
  content:
    result.kind === 'passed'
      ? []
      : [
          {
            name: result.kind,
            attributes: new Map([
              ['type', result.type],
              ['message', result.message],
            ]),
            content: result.text,
          },
        ],
})

const ruleSuites = (report: Report, options: ReportOptions): readonly Suite[] => {
  const suppressed = options.showSuppressed ? report.suppressed : []
  const found = [...report.findings, ...suppressed.map(({ finding }) => finding)]
  // Some findings are of no rule that could be asked for: those about suppressions.
  const ids = new Set([...report.rules.map(({ id }) => id), ...found.map(({ rule }) => rule)])
  return [...ids].map((id): Suite => {
    const cases = named([
      ...report.findings.filter(({ rule }) => rule === id).map((finding) => findingCase(finding, options)),
      ...suppressed.filter(({ finding }) => finding.rule === id).map((each) => suppressedCase(each, options)),
    ])
    return { name: id, cases: cases.length === 0 ? [{ name: 'nothing found', result: { kind: 'passed' } }] : cases }
  })
}

const findingCase = (finding: Finding, options: ReportOptions): Case => {
  const { severity, verdict, message } = finding
  const type = verdict === 'undecided' ? 'undecided' : severity
  const kind = severity === 'note' ? 'skipped' : 'failure'
  return { name: nameOf(finding), result: { kind, type, message, text: textOf(finding, options) } }
}

const suppressedCase = ({ finding, suppression }: SuppressedFinding, options: ReportOptions): Case => ({
  name: nameOf(finding),
  result: {
    kind: 'skipped',
    type: 'suppressed',
    message: finding.message,
    text: `${textOf(finding, options)}\n${lines([`suppressed: ${why(suppression)}`])}`,
  },
})

/** Without the line, which changes with what stands above. */
const nameOf = ({ address, path, rootModule, location, rule }: Finding): string => {
  const file = location?.kind === 'source' ? location.source.path : location?.file
  const title = address === '' ? (file ?? rule) : path === undefined ? address : `${address}.${path}`
  return rootModule === undefined ? title : `${title} (${rootModule})`
}

const textOf = (finding: Finding, { repositoryPath }: ReportOptions): string => {
  const { message, hint, because, related, fix, location, url, rootModule } = finding
  const place =
    location?.kind === 'source'
      ? `${repositoryPath(location.source.path)}:${location.source.position(location.span.start).line}`
      : location?.file
  return lines([
    message,
    ...(place === undefined ? [] : [`at: ${place}`]),
    ...(isElsewhere(finding) ? [`in: the root module ${rootModule ?? ''}`] : []),
    ...because.map((reason) => `because: ${reason}`),
    ...related.map((each) => `see: ${relatedText(each)}`),
    ...(hint === '' ? [] : [`help: ${hint}`]),
    ...(fix === undefined ? [] : [`patch${fix.safety === 'safe' ? '' : ' (unsafe)'}: ${fix.title}`]),
    `docs: ${url}`,
  ])
}

/** Each of them one, or a name with a line's end in it would begin the next. */
const lines = (parts: readonly string[]): string => parts.map(visible).join('\n')

const inputSuite = ({ diagnostics }: Report, { repositoryPath }: ReportOptions): readonly Suite[] => {
  if (diagnostics.length === 0) return []
  const cases = diagnostics.map((diagnostic): Case => {
    const { severity, message, hint, source, span } = diagnostic
    const path = diagnostic.file ?? source?.path
    const file = path === undefined || path === '-' ? 'standard input' : repositoryPath(path)
    const place = source && span ? `${file}:${source.position(span.start).line}` : file
    const text = lines([message, `at: ${place}`, ...(hint === undefined ? [] : [`help: ${hint}`])])
    return { name: file, result: { kind: severity === 'error' ? 'error' : 'skipped', type: severity, message, text } }
  })
  return [{ name: 'input', cases: named(cases) }]
}

/** Of tests of one name GitLab takes the first alone. */
const named = (cases: readonly Case[]): readonly Case[] => {
  const names = distinct(
    cases.map((each) => each.name),
    (each, number) => `${each} (${number})`,
  )
  return cases.map((each, index) => ({ ...each, name: names[index] ?? each.name }))
}
