import { documents } from './documents.js'
import type { Format, Reporter } from './reporter.js'
import { services } from './services.js'
import { text } from './text.js'

export const reporters: Readonly<Record<Format, Reporter>> = { text, ...documents, ...services }
