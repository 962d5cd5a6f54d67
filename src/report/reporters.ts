import { json } from './json.js'
import type { Format, Reporter } from './reporter.js'
import { sarif } from './sarif.js'
import { text } from './text.js'

export const reporters: Readonly<Record<Format, Reporter>> = { text, json, sarif }
