import { json } from './json.js'
import type { Reporter } from './reporter.js'
import { sarif } from './sarif.js'

/** Reports for programs. Loaded by the runs that write one. */
export const documents = { json, sarif } satisfies Readonly<Record<string, Reporter>>
