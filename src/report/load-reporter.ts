import type { Format, Reporter } from './reporter.js'
import { text } from './text.js'

/** Most runs write text alone, and start sooner without the rest. */
export const loadReporter = async (format: Format): Promise<Reporter> =>
  format === 'text' ? text : (await import('./documents.js')).documents[format]
