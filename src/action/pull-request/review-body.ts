import { name } from '../../project.js'
import { markdownBlock, markdownHtml, markdownText } from '../../report/markdown-text.js'
import { count } from '../../report/plural.js'
import { shownDiff } from '../../report/shown-diff.js'
import { createStyle } from '../../report/style.js'
import { leading, type Outside } from './placement.js'
import { words } from './suggestion-comment.js'

/** What a review says beside its suggestions. */
export interface ReviewContent {
  /** Suggestions that stand on the diff: new ones and earlier ones. */
  readonly suggested: number
  readonly outside: readonly Outside[]
}

/** GitHub takes 65,536 characters; the marker and the words about what is left out have to fit, too. In bytes, which are never fewer. */
const MOST_BYTES = 64_000
/** Of one patch. */
const MOST_OF_ONE = 20_000

/** Markdown; without its marker. */
export const reviewBody = ({ suggested, outside }: ReviewContent): string => {
  const lines = [introduction(suggested, outside.length)]
  let room = MOST_BYTES - bytes(lines.join('\n'))
  for (const [index, patch] of outside.entries()) {
    const text = `\n${section(patch)}`
    room -= bytes(text) + 1
    if (room < 0) {
      lines.push(
        `\n${count(outside.length - index, 'more patch', 'more patches')} did not fit in here: see the job's summary.`,
      )
      break
    }
    lines.push(text)
  }
  return lines.join('\n')
}

const introduction = (suggested: number, outside: number): string => {
  const onDiff = `${count(suggested, 'patch', 'patches')} on the lines that this pull request changes, each a suggestion to commit`
  const beside = `${count(outside, 'patch', 'patches')} that no suggestion can hold, shown below`
  if (suggested === 0 && outside === 0) return `**${name}** has no patch left to suggest.`
  if (suggested === 0) return `**${name}** has ${beside}.`
  if (outside === 0) return `**${name}** has ${onDiff}.`
  return `**${name}** has ${onDiff}, and ${beside}.`
}

const section = ({ patch, because, changes }: Outside): string => {
  const { severity, rule } = leading(patch)
  const paths = [...new Set(changes.map(({ path }) => path))]
  const diff = shownDiff(changes, createStyle(false)).split('\n').slice(0, -1)
  const block = markdownBlock('diff', diff)
  return [
    '<details>',
    `<summary>${severity}: ${markdownHtml(rule)} in ${paths.map(markdownHtml).join(', ')}</summary>`,
    '',
    words(patch),
    '',
    bytes(block) > MOST_OF_ONE ? 'The patch is too long to be shown here.' : block,
    '',
    `Not a suggestion: ${markdownText(because)}.`,
    '</details>',
  ].join('\n')
}

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')
