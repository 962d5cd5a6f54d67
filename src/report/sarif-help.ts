import type { MultiformatMessageString } from 'sarif'
import type { RuleMetadata } from '../rule-metadata.js'
import { type Block, readPage } from './page.js'
import { plainText } from './page-text.js'

/** What somebody who stands before a result wants of the page; the rest of it is behind the link. */
const SECTIONS = ['What goes wrong', 'How AWS reports it', 'Avoid', 'Prefer', 'Patch']

/** A rule's help, from its page. */
export const pageHelp = ({ url }: RuleMetadata, page: string): MultiformatMessageString => {
  const { introduction, sections } = readPage(page)
  const wanted = sections.filter(({ heading }) => SECTIONS.includes(heading))
  return {
    text: [
      plainText(introduction),
      ...wanted.flatMap(({ heading, blocks }) => [heading, plainText(blocks)]),
      `Documentation: ${url}`,
    ].join('\n\n'),
    markdown: [
      ...introduction.map((block) => withFullLinks(block, url)),
      ...wanted.flatMap(({ heading, blocks }) => [
        `## ${heading}`,
        ...blocks.map((block) => withFullLinks(block, url)),
      ]),
      `[Documentation](${url})`,
    ].join('\n\n'),
  }
}

/** A viewer knows nothing of where the page stood. */
const withFullLinks = ({ kind, markdown }: Block, url: string): string =>
  kind === 'code'
    ? markdown
    : markdown.replace(/(?<=\]\()[^)]+/g, (target) => (URL.canParse(target, url) ? new URL(target, url).href : target))
