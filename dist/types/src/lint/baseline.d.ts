import { type Finding } from '../finding.js';
import type { Report } from '../report/report.js';
import type { Baseline } from './options.js';
/**
 * The report without what the baseline holds: that is suppressed. `rootModules` are those that were judged as a whole: only of
 * them can it be said that something is there no longer.
 */
export declare const withBaseline: (report: Report, baseline: Baseline, rootModules?: ReadonlySet<string>) => Report;
/** What `schemas/baseline.schema.json` describes. A line for each finding, in an order that new ones do not disturb. */
export declare const baselineText: (findings: readonly Finding[]) => string;
/** The baseline that these findings are. */
export declare const baselineOf: (file: string, findings: readonly Finding[]) => Baseline;
