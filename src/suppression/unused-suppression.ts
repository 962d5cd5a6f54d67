import { dirname } from 'node:path/posix'
import type { Finding, Severity } from '../finding.js'
import type { Block } from '../hcl/syntax.js'
import { repositoryUrl } from '../project.js'
import type { RuleMetadata } from '../rule-metadata.js'
import { fingerprintOf } from '../source/digest.js'
import { isInstalled } from '../source/installed.js'
import type { CommentMistake, CommentSuppression, CommentSuppressions } from './comment-suppressions.js'
import type { JudgedBlocks } from './judged-blocks.js'
import type { Stand } from './stand.js'

/** No rule about a configuration, but reported like one: a suppression that suppresses nothing, or is none. */
export const unusedSuppression: RuleMetadata = {
  id: 'unused-suppression',
  severity: 'warning',
  title: 'a suppression that matches no finding, or is written wrongly',
  description:
    'A suppression that outlives its finding hides the next one, and one that is written wrongly hides nothing.',
  categories: ['audit'],
  compliance: [],
  references: [`${repositoryUrl}#suppress-a-finding`],
  since: '0.1.0',
  planOnly: false,
  yieldsTo: [],
  securitySeverity: '1.0',
  url: `${repositoryUrl}#suppress-a-finding`,
}

export interface UnusedOptions {
  /** The rules that ran. */
  readonly rules: readonly RuleMetadata[]
  readonly judged: JudgedBlocks
  readonly severity: Severity
  /** A directory as the repository knows it. */
  readonly placeOf: (directory: string) => string
}

/** Findings about the comments themselves, once it is known which of them have met a finding. */
export const unusedSuppressions = (
  { all, mistakes }: CommentSuppressions,
  { rules, judged, severity, placeOf }: UnusedOptions,
): readonly Finding[] => {
  const ran = new Map(rules.map((rule) => [rule.id, rule]))
  const isJudged = (comment: CommentSuppression, id: string): boolean => {
    const rule = ran.get(id)
    return rule !== undefined && judged.has(comment, rule)
  }
  const found = [
    ...mistakes.filter((comment) => judged.hasFile(comment)).map(malformed),
    ...all.flatMap((comment) => {
      if (!comment.stand) return judged.hasFile(comment) ? [adrift(comment)] : []
      const idle = comment.directive.rules.filter((id) => !comment.met.has(id) && isJudged(comment, id))
      return idle.length > 0 ? [unused(comment, idle)] : []
    }),
  ]
  return found
    .filter(({ comment }) => !isInstalled(comment.source.path))
    .map((problem) => toFinding(problem, severity, placeOf))
}

interface Problem {
  readonly comment: CommentMistake | CommentSuppression
  readonly message: string
  readonly hint: string
}

const malformed = (comment: CommentMistake): Problem => ({
  comment,
  message: `this suppression ${comment.mistake.what}: it suppresses nothing`,
  hint: comment.mistake.hint,
})

const adrift = (comment: CommentSuppression): Problem => ({
  comment,
  message: `the suppression of ${comment.directive.rules.join(', ')} stands at no block or attribute`,
  hint: comment.source.isJson
    ? 'write it as the "//" property of the block itself'
    : 'write it on the line above the block or attribute, at the end of its line, or inside the block before its first attribute',
})

const unused = (comment: CommentSuppression, idle: readonly string[]): Problem => {
  const { stand, directive } = comment
  const { rules, until } = directive
  const remove = idle.length === rules.length ? 'remove it' : `remove ${idle.join(', ')} from it`
  const rest = until === undefined ? '' : `, which holds until ${until},`
  return {
    comment,
    message: `the suppression of ${idle.join(', ')} at ${addressOf(stand) || comment.source.path}${rest} matches no finding`,
    hint: isPartOfResource(stand) ? `${remove}, or write it above the block if all of that is meant` : remove,
  }
}

/** What is wrong with the resource as a whole is not what is wrong with the attribute that somebody put the comment at. */
const isPartOfResource = (stand: Stand | undefined): boolean =>
  stand?.block?.type === 'resource' && stand.span !== stand.block.span

const toFinding = (
  { comment, message, hint }: Problem,
  severity: Severity,
  placeOf: UnusedOptions['placeOf'],
): Finding => {
  const { source, span, stand } = comment
  const address = addressOf(stand)
  return {
    rule: unusedSuppression.id,
    severity,
    verdict: 'violation',
    address,
    get home() {
      return placeOf(dirname(source.path))
    },
    ...(stand?.attribute !== undefined && hasPath(stand.block) && { path: stand.attribute }),
    message,
    hint,
    because: [],
    location: { kind: 'source', source, span },
    related: [],
    get fingerprint() {
      const { id } = unusedSuppression
      return fingerprintOf(id, placeOf(dirname(source.path)), address, stand?.attribute ?? '', source.slice(span))
    },
    url: unusedSuppression.url,
  }
}

/** Within its module: a comment stands at a block, not at one of its instances. Empty where it stands at nothing. */
const addressOf = (stand: Stand | undefined): string => {
  if (!stand) return ''
  const { block, attribute } = stand
  if (!block) return attribute === undefined ? '' : `var.${attribute}`
  const name = block.labels.map(({ value }) => value).join('.')
  switch (block.type) {
    case 'resource':
      return name
    case 'variable':
      return `var.${name}`
    case 'locals':
      return attribute === undefined ? 'locals' : `local.${attribute}`
    default:
      return name === '' ? block.type : `${block.type}.${name}`
  }
}

/** A local value and a variable of a values file are the address itself. */
const hasPath = (block: Block | undefined): boolean => block !== undefined && block.type !== 'locals'
