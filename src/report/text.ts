import type { Finding, Fix, Location, Related } from '../finding.js'
import type { RuleMetadata } from '../rule-metadata.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { coverage, isAllWell, mending, nothingFound, tally, tallyGroups } from './closing.js'
import { codeFrame } from './code-frame.js'
import { visible } from './control-characters.js'
import { diffSnippet, textSnippet } from './diff-snippet.js'
import { isElsewhere } from './elsewhere.js'
import { fixIdentity } from './fix-identity.js'
import { type Group, group, mended, named, wordsOf } from './grouping.js'
import { maskedIn, masksOf } from './redact.js'
import { relatedText } from './related-text.js'
import type { Report } from './report.js'
import type { Reporter, ReportOptions } from './reporter.js'
import { createStyle, type Style } from './style.js'
import { suppressedText } from './suppressed-text.js'
import { hanging, wrap } from './wrap.js'

/** Prose wider than this is hard to read, however wide the terminal. */
const PROSE = 100

/** For people: by file, with code frames, reasons and patches, at the terminal's width. */
export const text: Reporter = (report, options) => {
  const page = new Page(report, options)
  const files = new Map<string, Group[]>()
  for (const entry of group(report.findings)) {
    const file = fileOf(entry.finding.location) ?? ''
    const known = files.get(file)
    if (known) known.push(entry)
    else files.set(file, [entry])
  }
  const lines = [...files].flatMap(([file, groups]) => page.file(file, groups))
  if (options.showSuppressed) lines.push(...page.suppressed())
  if (!options.quiet) lines.push(...page.closing(options))
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

const fileOf = (location: Location | undefined): string | undefined =>
  location?.kind === 'source' ? location.source.path : location?.file

class Page {
  readonly #report: Report
  readonly #style: Style
  readonly #columns: number
  readonly #prose: number
  readonly #rules: ReadonlyMap<string, RuleMetadata>
  readonly #explained = new Set<string>()
  readonly #patches = new Set<string>()
  readonly #masked: Report['masked']
  readonly #masks = new Map<SourceFile, readonly Span[]>()

  constructor(report: Report, options: ReportOptions) {
    this.#report = report
    this.#style = createStyle(options.color)
    this.#columns = options.columns
    this.#prose = Math.min(options.columns, PROSE)
    this.#masked = maskedIn(report)
    this.#rules = new Map(report.rules.map((rule) => [rule.id, rule]))
  }

  file(path: string, groups: readonly Group[]): readonly string[] {
    const heading = path === '' ? 'without a file' : visible(path)
    const lines = [`${this.#style.heading(heading)}  ${this.#style.quiet(tallyGroups(groups))}`, '']
    for (const entry of groups) lines.push(...this.#entry(entry), '')
    return lines
  }

  suppressed(): readonly string[] {
    return suppressedText(this.#report.suppressed, this.#style, this.#prose)
  }

  closing(options: Pick<ReportOptions, 'applied' | 'command'>): readonly string[] {
    const said = (words: string): readonly string[] => wrap(words, this.#prose)
    const covered = coverage(this.#report)
    if (this.#report.findings.length > 0) {
      const mends = mending(this.#report, options)
      const told = said(`${tally(this.#report)}; ${covered}`).map(this.#style.strong)
      return mends === undefined ? told : [...told, mends]
    }
    const words = nothingFound(this.#report)
    return said(words).map(words === covered && isAllWell(this.#report) ? this.#style.good : String)
  }

  #entry(entry: Group): readonly string[] {
    const { finding, addresses, places, patches } = entry
    const gutter = this.#gutter(entry)
    const told = (words: string): string => visible(wordsOf(entry, words))
    const lines = [...this.#headline(finding, told(finding.message)), ...this.#place(finding, gutter)]
    const note = (label: string, words: string): void => {
      const [first = '', ...rest] = hanging(`${' '.repeat(gutter)} = ${label}: `, words, this.#prose)
      lines.push(this.#labelled(first, gutter, label), ...rest)
    }
    if (addresses.length > 1) note('on', named(places, visible))
    else if (isElsewhere(finding)) note('in', `the root module ${visible(finding.rootModule ?? '')}`)
    const rule = this.#rules.get(finding.rule)
    const first = !this.#explained.has(finding.rule)
    this.#explained.add(finding.rule)
    if (first && rule) note('why', visible(rule.description))
    for (const reason of finding.because) note('because', told(reason))
    for (const related of finding.related) note('see', visible(seeAlso(related)))
    if (finding.hint !== '') note('help', told(finding.hint))
    for (const { fix, places: own } of patches) {
      const isShown = this.#isShown(fix)
      const title = `${fix.title}${mended(entry, own, String)}`
      note(
        fix.safety === 'safe' ? 'patch' : 'patch (unsafe)',
        visible(isShown ? `${title}: the same patch as above` : title),
      )
      if (!isShown) lines.push(...this.#patch(fix, fileOf(finding.location), gutter))
    }
    if (first) note('docs', finding.url)
    return lines
  }

  #patch({ edits, snippet }: Fix, file: string | undefined, gutter: number): readonly string[] {
    const options = { style: this.#style, columns: this.#columns, gutter, file }
    const shown = diffSnippet(edits, (source) => this.#masksOf(source), options)
    return shown.length === 0 && snippet !== undefined ? textSnippet(snippet, options) : shown
  }

  /** Several findings may have one patch, which is shown once. */
  #isShown(fix: Fix): boolean {
    const id = fixIdentity(fix)
    if (id === undefined) return false
    if (this.#patches.has(id)) return true
    this.#patches.add(id)
    return false
  }

  #headline(finding: Finding, message: string): readonly string[] {
    const label = `${finding.verdict === 'undecided' ? 'undecided' : finding.severity}[${finding.rule}]`
    const [first = '', ...rest] = wrap(`${label}: ${message}`, this.#prose)
    return [
      this.#style.severity(finding.severity, first.slice(0, label.length)) +
        this.#style.strong(first.slice(label.length)),
      ...rest.map(this.#style.strong),
    ]
  }

  #place(finding: Finding, gutter: number): readonly string[] {
    const { location } = finding
    const arrow = `${' '.repeat(gutter)}${this.#style.frame('-->')}`
    if (location?.kind !== 'source') {
      const path = finding.path === undefined ? '' : `.${finding.path}`
      return [`${arrow} ${visible(`${finding.address}${path}`)}`]
    }
    const { source, span } = location
    const { line, column } = source.position(span.start)
    const masks = this.#masksOf(source)
    return [
      `${arrow} ${visible(source.path)}:${line}:${column}`,
      ...codeFrame(source, span, (mark) => this.#style.severity(finding.severity, mark), {
        style: this.#style,
        columns: this.#columns,
        gutter,
        masks,
      }),
      this.#style.frame(`${' '.repeat(gutter)} |`),
    ]
  }

  #labelled(line: string, gutter: number, label: string): string {
    const start = gutter + 3
    return `${line.slice(0, gutter + 1)}${this.#style.frame('=')} ${this.#style.label(line.slice(start, start + label.length + 1))}${line.slice(start + label.length + 1)}`
  }

  /** Wide enough for every line number that the entry shows. */
  #gutter({ finding, patches }: Group): number {
    const last = (source: SourceFile, offset: number): number => source.lineIndex(offset) + 2
    const frame = finding.location?.kind === 'source' ? last(finding.location.source, finding.location.span.end) : 1
    const changed = patches.map(({ fix: { edits } }) => {
      const added = edits.reduce((sum, { text }) => sum + text.split('\n').length, 0)
      return edits.reduce((most, { source, span }) => Math.max(most, last(source, span.end) + added), 1)
    })
    return String(changed.reduce((most, line) => Math.max(most, line), frame)).length
  }

  #masksOf(source: SourceFile): readonly Span[] {
    const known = this.#masks.get(source)
    if (known) return known
    const masks = masksOf(source, this.#masked)
    this.#masks.set(source, masks)
    return masks
  }
}

const seeAlso = (related: Related): string => {
  const { location } = related
  const place = location?.kind === 'source' ? placeOf(location.source, location.span) : location?.file
  return place === undefined ? relatedText(related) : `${place} ${relatedText(related)}`
}

const placeOf = (source: SourceFile, span: Span): string => {
  const { line, column } = source.position(span.start)
  return `${source.path}:${line}:${column}`
}
