/** The cases under `fixtures`, each a `.tf` file or a folder. test/fixtures.test.ts says what is in them. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, sep } from 'node:path'

export interface Case {
  readonly name: string
  readonly path: string
}

export const fixtures = join(import.meta.dirname, '..', 'fixtures')

export const SOURCE = /\.(tf|tofu)(\.json)?$/

export const folders = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

export const casesIn = (path: string): readonly Case[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || SOURCE.test(entry.name))
    .map((entry) => ({ name: entry.name, path: join(path, entry.name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))

/** Of a case, by their paths within it, `/`-separated. */
export const filesOf = (path: string): Readonly<Record<string, Uint8Array>> => {
  if (statSync(path).isFile()) return { [basename(path)]: readFileSync(path) }
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(path, file)).isFile(),
  )
  return Object.fromEntries(files.map((file) => [file.split(sep).join('/'), readFileSync(join(path, file))]))
}
