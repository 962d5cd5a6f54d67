import type { Edit, Finding, Fix, Location, Related, SuppressedFinding, Suppression } from '../finding.js'
import { name, version } from '../project.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { safeJson } from './control-characters.js'
import { region } from './region.js'
import type { Reporter } from './reporter.js'

/** For programs: `schemas/report.schema.json`. Lines and columns are 1-based, an edit's offsets are bytes of the file. */
export const json: Reporter = (report) =>
  `${safeJson({
    schemaVersion: '1',
    tool: { name, version },
    findings: report.findings.map(findingJson),
    suppressed: report.suppressed.map(suppressedJson),
    diagnostics: report.diagnostics.map(diagnosticJson),
    summary: report.summary,
  })}\n`

const findingJson = (finding: Finding): object => ({
  rule: finding.rule,
  severity: finding.severity,
  verdict: finding.verdict,
  address: finding.address,
  rootModule: finding.rootModule,
  path: finding.path,
  message: finding.message,
  hint: finding.hint,
  because: finding.because,
  location: finding.location && locationJson(finding.location),
  related: finding.related.map(relatedJson),
  fix: finding.fix && fixJson(finding.fix),
  fingerprint: finding.fingerprint,
  url: finding.url,
})

const suppressedJson = ({ finding, suppression }: SuppressedFinding): object => ({
  ...findingJson(finding),
  suppression: suppressionJson(suppression),
})

const suppressionJson = (suppression: Suppression): object => {
  switch (suppression.kind) {
    case 'comment': {
      const { kind, reason, until, location } = suppression
      return { kind, reason, until, location: locationJson(location) }
    }
    case 'exemption': {
      const { kind, reason, until, file } = suppression
      return { kind, reason, until, file }
    }
    case 'baseline':
      return { kind: suppression.kind, file: suppression.file }
    default:
      return suppression satisfies never
  }
}

const relatedJson = ({ address, message, location }: Related): object => ({
  address,
  message,
  location: location && locationJson(location),
})

const fixJson = ({ safety, title, edits, snippet }: Fix): object => ({
  safety,
  title,
  edits: edits.map(editJson),
  snippet,
})

const editJson = ({ source, span, text }: Edit): object => ({
  file: source.path,
  start: source.byteOffset(span.start),
  end: source.byteOffset(span.end),
  text,
})

const diagnosticJson = ({ severity, message, hint, file, source, span }: Diagnostic): object => ({
  severity,
  message,
  hint,
  file: file ?? source?.path,
  location: source && span && spanJson(source, span),
})

const locationJson = (location: Location): object =>
  location.kind === 'source' ? spanJson(location.source, location.span) : { file: location.file }

const spanJson = (source: SourceFile, span: Span): object => ({ file: source.path, ...region(source, span) })
