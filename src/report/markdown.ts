import type { Finding, Severity } from '../finding.js'
import { name } from '../project.js'
import type { Diagnostic } from '../source/diagnostic.js'
import { coverage, mending, nothingFound, tally } from './closing.js'
import { isElsewhere } from './elsewhere.js'
import { fixIdentity } from './fix-identity.js'
import { type Group, type GroupPatch, group, mended, named, placeOf, wordsOf } from './grouping.js'
import { fitted, type MarkdownPart } from './markdown-parts.js'
import { patchBlock } from './markdown-patch.js'
import { markdownCode, markdownLink, markdownText } from './markdown-text.js'
import { maskedIn } from './redact.js'
import { relatedText } from './related-text.js'
import type { Report } from './report.js'
import type { Reporter, ReportOptions } from './reporter.js'
import { ShownParts } from './shown-parts.js'
import { why } from './suppressed-text.js'

/** What GitHub takes for the body of a comment, in characters: as many bytes are never more. */
const COMMENT = 65_536

/** For comments on pull requests, and wherever else Markdown is shown. */
export const markdown: Reporter = (report, options) => fitted(markdownParts(report, options), COMMENT)

export type MarkdownOptions = Pick<ReportOptions, 'repositoryPath' | 'quiet' | 'showSuppressed' | 'applied' | 'command'>

/**
 * The report in Markdown, in parts that are written one after another: what there is in all, what could not be read, a table with a row
 * for each cause, and each of them at length, the worst first. Others may stand between them. `fitted` joins them.
 */
export const markdownParts = (report: Report, options: MarkdownOptions): readonly MarkdownPart[] => {
  const groups = bySeverity(group(report.findings))
  const page = new Page(report, options)
  return [
    ...(options.quiet ? [] : [page.heading()]),
    ...report.diagnostics.map((diagnostic, index) => page.problem(diagnostic, index === 0)),
    ...(groups.length === 0 ? [] : [TABLE]),
    ...groups.map((entry) => page.row(entry)),
    ...groups.flatMap((entry) => page.finding(entry)),
    ...(options.showSuppressed ? page.suppressed() : []),
  ]
}

const TABLE: MarkdownPart = {
  kind: 'table',
  text: '\n| Severity | Rule | Address | Place |\n| --- | --- | --- | --- |\n',
  findings: [],
}

const ORDER: readonly Severity[] = ['error', 'warning', 'note']

const bySeverity = (groups: readonly Group[]): readonly Group[] =>
  ORDER.flatMap((severity) => groups.filter(({ finding }) => finding.severity === severity))

class Page {
  readonly #report: Report
  readonly #options: MarkdownOptions
  readonly #parts: ShownParts
  readonly #explained = new Set<string>()
  readonly #patches = new Set<string>()

  constructor(report: Report, options: MarkdownOptions) {
    this.#report = report
    this.#options = options
    this.#parts = new ShownParts(maskedIn(report))
  }

  /** Where nothing was found, one line. */
  heading(): MarkdownPart {
    const { findings } = this.#report
    if (findings.length === 0) return part('heading', `**${name}**: ${nothingFound(this.#report)}\n`)
    const mends = mending(this.#report, this.#options)
    const covered = `${coverage(this.#report)}${mends === undefined ? '' : `; ${mends}`}`
    return part('heading', `## ${name}: ${tally(this.#report)}\n\n${covered}\n`)
  }

  problem({ severity, message, hint, file, source, span }: Diagnostic, isFirst: boolean): MarkdownPart {
    const line = source && span ? `:${source.position(span.start).line}` : ''
    const path = file ?? source?.path
    const place =
      path === undefined || path === '-' ? '' : `${markdownCode(`${this.#options.repositoryPath(path)}${line}`)}: `
    const told = hint === undefined ? message : `${message}; ${hint}`
    return part('problem', `${isFirst ? '\n' : ''}- ${severity}: ${place}${markdownText(told)}\n`)
  }

  row({ finding, addresses, places }: Group): MarkdownPart {
    const cells = [
      severityOf(finding),
      markdownLink(finding.rule, finding.url),
      addresses.length > 1
        ? named(places, markdownCode)
        : markdownCode(isElsewhere(finding) ? placeOf(finding) : finding.address),
      markdownCode(this.#placeOf(finding) ?? ''),
    ]
    return part('row', `| ${cells.join(' | ')} |\n`, finding)
  }

  /** With its first patch; of several, the others are parts of their own, or a cause with many would have no room at all. */
  finding(entry: Group): readonly MarkdownPart[] {
    const { finding, addresses, places } = entry
    const told = (words: string): string => markdownText(wordsOf(entry, words))
    const notes: string[] = []
    const note = (label: string, words: string): void => void notes.push(`- **${label}:** ${words}`)
    if (addresses.length > 1) note('on', named(places, markdownCode))
    else if (isElsewhere(finding)) note('in', `the root module ${markdownCode(finding.rootModule ?? '')}`)
    const rule = this.#report.rules.find(({ id }) => id === finding.rule)
    if (rule && !this.#explained.has(finding.rule)) note('why', markdownText(rule.description))
    this.#explained.add(finding.rule)
    for (const reason of finding.because) note('because', told(reason))
    for (const each of finding.related) note('see', markdownText(relatedText(each)))
    if (finding.hint !== '') note('help', told(finding.hint))
    const subject = markdownCode(finding.path === undefined ? finding.address : `${finding.address}.${finding.path}`)
    const place = this.#placeOf(finding)
    const where = [...(place === undefined ? [] : [markdownCode(place)]), ...(subject === '' ? [] : [subject])]
    const blocks = [
      `### ${severityOf(finding)}: ${markdownLink(finding.rule, finding.url)}`,
      where.join(', '),
      told(finding.message),
      notes.join('\n'),
    ]
    const [first, ...others] = entry.patches
    const own = this.#withPatch({ kind: 'finding', findings: [finding] }, blocks, entry, first)
    const below = { kind: 'patch', below: own, findings: [finding] } as const
    return [own, ...others.map((patch) => this.#withPatch(below, [], entry, patch))]
  }

  suppressed(): readonly MarkdownPart[] {
    return this.#report.suppressed.map(({ finding, suppression }, index) => {
      const place = this.#placeOf(finding)
      const where = [finding.address, place ?? '']
        .filter((each) => each !== '')
        .map(markdownCode)
        .join(', ')
      const heading = index === 0 ? '\n### Suppressed\n\n' : ''
      const told = `${markdownLink(finding.rule, finding.url)}: ${where}: ${markdownText(why(suppression))}`
      return part('suppressed', `${heading}- ${told}\n`, finding)
    })
  }

  #withPatch(
    about: PartWithoutText,
    blocks: readonly string[],
    entry: Group,
    patch: GroupPatch | undefined,
  ): MarkdownPart {
    const { label, block } = patch ? this.#patch(entry, patch) : { label: '' }
    const text = paragraphs([...blocks, label])
    return block ? latePart(about, text, () => paragraphs([text.slice(1, -1), block()])) : { ...about, text }
  }

  /** Several findings may have one patch, which is shown once. */
  #patch(entry: Group, { fix, places }: GroupPatch): { readonly label: string; readonly block?: () => string } {
    const { safety, title } = fix
    const label = `**Patch (${safety})**: ${markdownText(title)}${mended(entry, places, markdownCode)}`
    const id = fixIdentity(fix)
    if (id === undefined) return { label }
    if (this.#patches.has(id)) return { label: `${label}, the same as above` }
    this.#patches.add(id)
    return { label, block: () => patchBlock(fix, this.#parts, this.#options.repositoryPath) }
  }

  #placeOf({ location }: Finding): string | undefined {
    if (location === undefined) return undefined
    if (location.kind === 'document')
      return location.file === '-' ? undefined : this.#options.repositoryPath(location.file)
    const { source, span } = location
    return `${this.#options.repositoryPath(source.path)}:${source.position(span.start).line}`
  }
}

const severityOf = ({ severity, verdict }: Finding): string => (verdict === 'undecided' ? 'undecided' : severity)

const part = (kind: MarkdownPart['kind'], text: string, ...findings: readonly Finding[]): MarkdownPart => ({
  kind,
  text,
  findings,
})

type PartWithoutText = Omit<MarkdownPart, 'text' | 'leastBytes'>

/** A part of which only the beginning is known until somebody asks for it: of many patches, few have room. */
const latePart = (about: PartWithoutText, beginning: string, whole: () => string): MarkdownPart => {
  let text: string | undefined
  return {
    ...about,
    get text() {
      text ??= whole()
      return text
    },
    leastBytes: Buffer.byteLength(beginning),
  }
}

/** Blocks of their own, those that are empty left out. */
const paragraphs = (blocks: readonly string[]): string => `\n${blocks.filter((block) => block !== '').join('\n\n')}\n`
