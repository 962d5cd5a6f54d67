import type { Finding, Location, Related } from '../../src/finding.js'
import type { Report } from '../../src/report/report.js'
import type { ReportOptions } from '../../src/report/reporter.js'
import type { RuleMetadata } from '../../src/rule-metadata.js'
import { SourceFile } from '../../src/source/source-file.js'
import type { Span } from '../../src/source/span.js'

/** The span of the first occurrence of a text. */
export const spanOf = (source: SourceFile, text: string): Span => {
  const start = source.text.indexOf(text)
  if (start < 0) throw new Error(`${source.path} does not hold ${text}`)
  return { start, end: start + text.length }
}

export const at = (source: SourceFile, text: string): Location => ({
  kind: 'source',
  source,
  span: spanOf(source, text),
})

export const stream = new SourceFile(
  'main.tf',
  `resource "aws_kms_key" "audit" {
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = "aws_kms_key.audit.arn"
}
`,
)

export const keyRule: RuleMetadata = {
  id: 'invalid-kms-key-id',
  severity: 'error',
  title: 'the key of a stream is no KMS identifier',
  description: 'Validate and plan accept any text here; the apply fails after the cluster was created.',
  categories: ['correctness'],
  cwe: 'CWE-778',
  compliance: ['PCI DSS v4.0.1 10.2.1'],
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html'],
  since: '0.1.0',
  planOnly: false,
  yieldsTo: [],
  securitySeverity: '5.5',
  url: 'https://example.org/rules/invalid-kms-key-id',
}

export const coverageRule: RuleMetadata = {
  ...keyRule,
  id: 'missing-activity-stream',
  title: 'an Aurora cluster without an activity stream',
  description: 'Nobody sees what its administrators do.',
  url: 'https://example.org/rules/missing-activity-stream',
}

export const finding = (parts: Partial<Finding> = {}): Finding => ({
  rule: 'invalid-kms-key-id',
  severity: 'error',
  verdict: 'violation',
  address: 'aws_rds_cluster_activity_stream.main',
  home: '.',
  path: 'kms_key_id',
  message: 'the key of aws_rds_cluster_activity_stream.main is the text "aws_kms_key.audit.arn", no key',
  hint: 'write the reference without quotes',
  because: [],
  location: at(stream, '"aws_kms_key.audit.arn"'),
  related: [],
  fix: {
    safety: 'safe',
    title: 'refer to the key',
    edits: [{ source: stream, span: spanOf(stream, '"aws_kms_key.audit.arn"'), text: 'aws_kms_key.audit.key_id' }],
  },
  fingerprint: 'f1e2d3',
  url: 'https://example.org/rules/invalid-kms-key-id',
  ...parts,
})

/** Without a fix, which `Partial` cannot say. */
export const plainFinding = (parts: Partial<Finding> = {}): Finding => {
  const { fix: _, ...rest } = finding(parts)
  return rest
}

export const related = (message: string, location: Location): Related => ({
  address: 'aws_kms_key.audit',
  message,
  location,
})

export const report = (parts: Partial<Report> = {}): Report => {
  const findings = parts.findings ?? []
  const of = (severity: string): number => findings.filter((each) => each.severity === severity).length
  return {
    findings,
    suppressed: [],
    diagnostics: [],
    graphs: [],
    summary: {
      clusters: 1,
      auroraClusters: 1,
      streamed: 1,
      undecided: 0,
      errors: of('error'),
      warnings: of('warning'),
      notes: of('note'),
      suppressed: parts.suppressed?.length ?? 0,
    },
    rules: [keyRule, coverageRule],
    severities: new Map(),
    masked: [],
    stats: { filesRead: 2, bytesRead: 2_300, filesParsed: 1, rootModules: 1, plans: 0, absentCalls: 0, stages: [] },
    ...parts,
  }
}

export const plain: ReportOptions = {
  color: false,
  columns: 80,
  quiet: false,
  category: 'tf-das-lint',
  repositoryPath: (path) => path,
}
