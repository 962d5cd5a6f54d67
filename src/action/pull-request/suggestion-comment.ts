import type { Finding } from '../../finding.js'
import type { Patch } from '../../fix/patch.js'
import { markdownCode, markdownLink, markdownText } from '../../report/markdown-text.js'
import { count } from '../../report/plural.js'
import { type SuggestionMark, suggestionMarker } from './marker.js'
import type { Suggestion } from './suggestion.js'

/** Markdown with a block that GitHub puts in place of the commented lines at one click. */
export const suggestionComment = (suggestion: Suggestion, mark: SuggestionMark): string =>
  [words(suggestion.patch), suggestionBlock(suggestion), suggestionMarker(mark)].join('\n\n')

/** Instances of one block can be hundreds, and their findings say the same. */
const MOST_FINDINGS = 10

/** What is wrong and what the patch does about it. */
export const words = ({ fix, findings }: Patch): string => {
  const shown = findings.slice(0, MOST_FINDINGS).map(sentence)
  const left = findings.length - shown.length
  const list = shown.length === 1 ? shown : shown.map((text) => `- ${text}`)
  return [
    ...list,
    ...(left > 0 ? [`- and ${count(left, 'more finding')} of the same cause`] : []),
    '',
    `${grade(fix.safety)}: ${markdownText(fix.title)}.`,
  ].join('\n')
}

const sentence = ({ rule, url, severity, address, message }: Finding): string =>
  `**${severity}** ${markdownLink(rule, url)}: ${markdownText(message)}${message.includes(address) ? '' : ` (${markdownCode(address)})`}`

const grade = (safety: Patch['fix']['safety']): string => {
  switch (safety) {
    case 'safe':
      return '**Safe patch**, it changes nothing that a correct apply does'
    case 'unsafe':
      return '**Unsafe patch**, it may change what an apply does, so read it before you commit it'
  }
}

/**
 * Whole lines as they shall be, with the ends that the file's lines have. Nothing is escaped: what stands here is what is committed. No
 * line in it ends the block, since its fence is longer than all of theirs.
 */
const suggestionBlock = ({ after, lineEnd }: Suggestion): string => {
  const fence = '`'.repeat(Math.max(3, ...after.map((line) => longestRun(line) + 1)))
  return [`${fence}suggestion\n`, ...after.map((line) => line + lineEnd), fence].join('')
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
