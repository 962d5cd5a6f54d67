import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../rules', import.meta.url))

/** Each `rule.json`, in the order of the ids. */
export const ruleMetadata = () =>
  readdirSync(folder)
    .sort()
    .map((id) => `${folder}/${id}/rule.json`)
    .filter((path) => existsSync(path))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')))
