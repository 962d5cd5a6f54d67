import type { Sink } from './io.js'

/** What there is without a terminal. */
export const COLUMNS = 80
/** A narrower terminal is served as if it had this many: frames need some room. */
const LEAST_COLUMNS = 40

export const columnsOf = (sink: Sink): number => Math.max(sink.columns ?? COLUMNS, LEAST_COLUMNS)
