/** Where Terraform's own arguments stand in a block. */

/** They stand before all others, with an empty line behind them. */
export const FIRST: ReadonlySet<string> = new Set(['count', 'for_each', 'provider'])

/** Those that such an argument may stand below. */
export const HEADING: ReadonlySet<string> = new Set([...FIRST, 'source', 'version', 'providers'])

/** They stand behind all others, each behind an empty line. */
export const LAST: ReadonlySet<string> = new Set(['depends_on', 'lifecycle'])
