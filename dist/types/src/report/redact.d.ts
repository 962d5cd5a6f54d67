import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { Report } from './report.js';
/** All that a run knows to be sensitive; also by what is suppressed: its line may be shown for another reason. */
export declare const maskedIn: ({ masked, findings, suppressed }: Report) => Report['masked'];
/** What must not be shown of a source, with what the run knows to be sensitive beyond the source's own words. */
export declare const masksOf: (source: SourceFile, masked: Report['masked']) => readonly Span[];
