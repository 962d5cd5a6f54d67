import type { Format, Reporter } from './reporter.js'
import { text } from './text.js'

/** Most runs write text alone, and start sooner without the rest. */
export const loadReporter = async (format: Format): Promise<Reporter> => {
  switch (format) {
    case 'text':
      return text
    case 'json':
    case 'sarif':
      return (await import('./documents.js')).documents[format]
    default:
      return (await import('./services.js')).services[format]
  }
}
