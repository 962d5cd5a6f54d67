import { readdirSync, readFileSync } from 'node:fs'

const PAGE = '/README.md'
const folder = new URL('.', import.meta.url)

/**
 * Each rule's page in Markdown, by the rule's id. Nearly as much text as the rest of the program, so loaded only by who wants it; what is
 * built has a file of its own in the place of this one, with the texts in it (.ci/bundle.mjs).
 */
export const pages: ReadonlyMap<string, string> = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(PAGE))
    .sort()
    .map((file) => [file.slice(0, -PAGE.length), readFileSync(new URL(file, folder), 'utf8')]),
)
