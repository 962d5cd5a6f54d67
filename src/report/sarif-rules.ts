import type { MultiformatMessageString, ReportingDescriptor } from 'sarif'
import type { Severity } from '../finding.js'
import type { RuleMetadata } from '../rule-metadata.js'
import { pageHelp } from './sarif-help.js'

/** `page` is the rule's page in Markdown, if it is at hand. */
export const ruleDescriptor = (rule: RuleMetadata, page?: string): ReportingDescriptor => ({
  id: rule.id,
  name: pascalCase(rule.id),
  shortDescription: { text: sentence(rule.title) },
  fullDescription: { text: rule.description },
  help: page === undefined ? briefHelp(rule) : pageHelp(rule, page),
  helpUri: rule.url,
  defaultConfiguration: { level: rule.severity },
  properties: {
    tags: [...new Set(['security', 'terraform', ...rule.categories, ...cweTag(rule.cwe)])],
    precision: 'very-high',
    'security-severity': rule.securitySeverity,
    'problem.severity': problemSeverity(rule.severity),
    planOnly: rule.planOnly,
    ...(rule.compliance.length > 0 ? { compliance: [...rule.compliance] } : {}),
  },
})

/** A finding's rule always has an entry, also where the run's list does not know it. */
export const unlistedRule = (id: string, url: string, level: Severity): ReportingDescriptor => ({
  id,
  name: pascalCase(id),
  shortDescription: { text: sentence(id.replaceAll('-', ' ')) },
  helpUri: url,
  defaultConfiguration: { level },
})

const briefHelp = (rule: RuleMetadata): MultiformatMessageString => ({
  text: [rule.description, ...list('References', rule.references), `Documentation: ${rule.url}`].join('\n'),
  markdown: [
    `**${sentence(rule.title)}**`,
    rule.description,
    [`[Documentation](${rule.url})`, ...rule.references.map((reference) => `<${reference}>`)]
      .map((line) => `- ${line}`)
      .join('\n'),
  ].join('\n\n'),
})

const cweTag = (cwe: string | undefined): readonly string[] => (cwe ? [`external/cwe/${cwe.toLowerCase()}`] : [])

const problemSeverity = (severity: Severity): string => (severity === 'note' ? 'recommendation' : severity)

const list = (title: string, items: readonly string[]): readonly string[] =>
  items.length > 0 ? [`${title}: ${items.join(', ')}`] : []

const pascalCase = (id: string): string => id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`
