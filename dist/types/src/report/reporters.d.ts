import type { Format, Reporter } from './reporter.js';
export declare const reporters: Readonly<Record<Format, Reporter>>;
