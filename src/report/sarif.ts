import type {
  ConfigurationOverride,
  Log,
  LogicalLocation,
  Notification,
  PhysicalLocation,
  Result,
  Location as SarifLocation,
  Suppression as SarifSuppression,
} from 'sarif'
import type { Finding, Location, Severity, Suppression } from '../finding.js'
import { name, repositoryUrl, version } from '../project.js'
import type { Diagnostic } from '../source/diagnostic.js'
import { safeJson } from './control-characters.js'
import { region } from './region.js'
import { relatedText } from './related-text.js'
import type { Reporter } from './reporter.js'
import { Artifacts, SOURCE_ROOT } from './sarif-artifacts.js'
import { ruleDescriptor, unlistedRule } from './sarif-rules.js'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** SARIF 2.1.0, with what GitHub code scanning needs. Holds no source text, so nothing secret either. */
export const sarif: Reporter = (report, { category, repositoryPath, pages, showSuppressed = false }) => {
  const artifacts = new Artifacts(repositoryPath)
  const rules = report.rules.map((rule) => ruleDescriptor(rule, pages?.get(rule.id)))
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const resultOf = (finding: Finding): Result => {
    let ruleIndex = indexes.get(finding.rule)
    if (ruleIndex === undefined) {
      ruleIndex = rules.push(unlistedRule(finding.rule, finding.url, finding.severity)) - 1
      indexes.set(finding.rule, ruleIndex)
    }
    return result(finding, ruleIndex, artifacts)
  }
  const reported = report.findings.map(resultOf)
  // Either all results of a run say whether they are suppressed, or none.
  const results = showSuppressed
    ? [
        ...reported.map((each) => ({ ...each, suppressions: [] })),
        ...report.suppressed.map(({ finding, suppression }) => ({
          ...resultOf(finding),
          suppressions: [sarifSuppression(suppression, artifacts)],
        })),
      ]
    : reported
  const notifications = report.diagnostics.map((diagnostic) => notification(diagnostic, artifacts))
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name, version, semanticVersion: version, informationUri: repositoryUrl, rules },
        },
        // GitHub takes what stands before the last slash for the category: one run of each, or the later upload replaces the earlier.
        automationDetails: { id: `${category}/` },
        columnKind: 'unicodeCodePoints',
        originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: report.diagnostics.every(({ severity }) => severity !== 'error'),
            toolExecutionNotifications: notifications,
            ...(report.severities.size > 0 && { ruleConfigurationOverrides: overrides(report.severities, indexes) }),
          },
        ],
        artifacts: artifacts.all,
        results,
        properties: { summary: report.summary },
      },
    ],
  }
  return `${safeJson(log)}\n`
}

/** The descriptors keep the rules' own levels: what a config makes of them belongs to the run. */
const overrides = (
  severities: ReadonlyMap<string, Severity>,
  indexes: ReadonlyMap<string, number>,
): ConfigurationOverride[] =>
  [...severities].flatMap(([id, level]) => {
    const index = indexes.get(id)
    return index === undefined ? [] : [{ descriptor: { id, index }, configuration: { level } }]
  })

const result = (finding: Finding, ruleIndex: number, artifacts: Artifacts): Result => ({
  ruleId: finding.rule,
  ruleIndex,
  level: finding.severity,
  message: { text: messageOf(finding) },
  locations: [
    {
      physicalLocation: finding.location ? physical(finding.location, artifacts) : nowhere(artifacts),
      ...(finding.address === '' ? {} : { logicalLocations: [logical(finding.address, finding.path)] }),
    },
  ],
  relatedLocations: finding.related.flatMap(({ address, message, location }, index): SarifLocation[] =>
    location
      ? [
          {
            id: index + 1,
            message: { text: message },
            physicalLocation: physical(location, artifacts),
            ...(address === undefined ? {} : { logicalLocations: [logical(address)] }),
          },
        ]
      : [],
  ),
  partialFingerprints: { primaryLocationLineHash: finding.fingerprint, 'tfDasLint/v1': finding.fingerprint },
  ...sarifFixes(finding, artifacts),
  properties: {
    verdict: finding.verdict,
    address: finding.address,
    ...(finding.rootModule === undefined ? {} : { rootModule: finding.rootModule }),
    ...(finding.path === undefined ? {} : { path: finding.path }),
    hint: finding.hint,
    because: [...finding.because],
  },
})

/** Viewers show the message alone, and of the related locations those that it links to: all there is to say belongs in it. */
const messageOf = ({ message, hint, because, related }: Finding): string => {
  const elsewhere = related.map((each, index) =>
    each.location ? link(relatedText(each), index + 1) : relatedText(each),
  )
  return [message, hint, ...because, ...elsewhere].filter((part) => part !== '').join('\n')
}

const link = (text: string, id: number): string => `[${text.replace(/[\\[\]]/g, '\\$&')}](${id})`

const physical = (location: Location, artifacts: Artifacts): PhysicalLocation =>
  location.kind === 'source'
    ? { artifactLocation: artifacts.location(location.source.path), region: region(location.source, location.span) }
    : { artifactLocation: artifacts.location(location.file), region: { startLine: 1 } }

const sarifSuppression = (suppression: Suppression, artifacts: Artifacts): SarifSuppression => {
  if (suppression.kind === 'baseline')
    return { kind: 'external', justification: `it was there when ${suppression.file} was written` }
  const { reason, until } = suppression
  const justification = until === undefined ? reason : `${reason} (until ${until})`
  return suppression.kind === 'exemption'
    ? { kind: 'external', justification }
    : { kind: 'inSource', justification, location: { physicalLocation: physical(suppression.location, artifacts) } }
}

/** Code scanning refuses a result without a place. */
const nowhere = (artifacts: Artifacts): PhysicalLocation => ({
  artifactLocation: artifacts.location('main.tf'),
  region: { startLine: 1 },
})

const logical = (address: string, path?: string): LogicalLocation => ({
  fullyQualifiedName: path === undefined ? address : `${address}.${path}`,
  name: path ?? address.slice(address.lastIndexOf('.') + 1),
  kind: path !== undefined ? 'property' : MODULE_CALL.test(address) ? 'module' : 'resource',
})

/** The address of an instance of a module call: `module.db["a"]`. */
const MODULE_CALL = /(?:^|\.)module\.[^.["\]]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?$/

/** None where there is nothing to edit. The result's own file comes first: some review tools look at no other. */
const sarifFixes = ({ fix, location }: Finding, artifacts: Artifacts): Pick<Result, 'fixes'> => {
  if (!fix || fix.edits.length === 0) return {}
  const { safety, title, edits } = fix
  const own = location?.kind === 'source' ? location.source : undefined
  const sources = new Set(edits.map(({ source }) => source))
  const inOrder = own && sources.has(own) ? new Set([own, ...sources]) : sources
  const artifactChanges = [...inOrder].map((source) => ({
    artifactLocation: artifacts.location(source.path),
    replacements: edits
      .filter((edit) => edit.source === source)
      .map(({ span, text }) => ({ deletedRegion: region(source, span), insertedContent: { text } })),
  }))
  return { fixes: [{ description: { text: safety === 'safe' ? title : `unsafe: ${title}` }, artifactChanges }] }
}

const notification = (diagnostic: Diagnostic, artifacts: Artifacts): Notification => {
  const { severity, message, hint, source, span } = diagnostic
  const file = diagnostic.file ?? source?.path
  const place: PhysicalLocation | undefined =
    source && span
      ? { artifactLocation: artifacts.location(source.path), region: region(source, span) }
      : file === undefined
        ? undefined
        : { artifactLocation: artifacts.location(file) }
  return {
    level: severity,
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    ...(place ? { locations: [{ physicalLocation: place }] } : {}),
  }
}
