import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes files into a directory, by their paths in it, with the directories that lead to them. */
export const plant = (directory: string, files: Readonly<Record<string, string | Uint8Array>>): void => {
  mkdirSync(directory, { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    const file = join(directory, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}
