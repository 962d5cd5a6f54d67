import { documents } from './documents.js'
import type { Format, Reporter } from './reporter.js'
import { text } from './text.js'

export const reporters: Readonly<Record<Format, Reporter>> = { text, ...documents }
