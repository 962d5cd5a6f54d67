// The monorepo's yardstick: finds the files and reads them, nothing else.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (directory) => {
  let bytes = 0
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) bytes += read(path)
    else if (entry.name.endsWith('.tf')) bytes += readFileSync(path).length
  }
  return bytes
}

process.stdout.write(`${read(process.argv[2])}\n`)
