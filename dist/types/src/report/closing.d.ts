import type { Fix } from '../finding.js';
import type { Group } from './grouping.js';
import type { Report } from './report.js';
/** `3 Aurora clusters, all streamed`, or what else there is to say of what was checked. */
export declare const coverage: (report: Report) => string;
/** Nothing was found, and nothing stands in the way of saying so. */
export declare const isAllWell: (report: Report) => boolean;
/** `2 errors, 1 warning (1 with a patch), 3 suppressed`. Counts what was reported, not what is shown. */
export declare const tally: ({ summary, findings }: Report) => string;
/** What applies the patches: `--fix mends 2 of them, --fix=unsafe all 5`; nothing does where there is only a plan. */
export declare const mending: ({ findings }: Report, applied?: Fix['safety']) => string | undefined;
/** `2 errors` for a file's heading. */
export declare const tallyGroups: (groups: readonly Group[]) => string;
