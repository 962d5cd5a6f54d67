import type { Report } from '../report/report.js';
import { type Patch } from './patch.js';
interface Mending {
    /** What the plans say, and what else is linted with them. */
    readonly before: Report;
    readonly made: readonly Patch[];
    /** What is said of the sources alone, without the patches and with them. */
    readonly base: Report;
    readonly report: Report;
}
/**
 * A plan knows nothing of what was changed since it was made. What is left of it is what it said, but for what was mended in the
 * source that it was made from; and that lies where it lies now.
 */
export declare const afterPlans: ({ before, made, base, report }: Mending) => Report;
export {};
