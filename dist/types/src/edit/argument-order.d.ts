/** Where Terraform's own arguments stand in a block. */
/** They stand before all others, with an empty line behind them. */
export declare const FIRST: ReadonlySet<string>;
/** Those that such an argument may stand below. */
export declare const HEADING: ReadonlySet<string>;
/** They stand behind all others, each behind an empty line. */
export declare const LAST: ReadonlySet<string>;
