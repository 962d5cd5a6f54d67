import { type Scanner } from './scanner.js';
import type { Body } from './syntax.js';
export declare const parseFileBody: (scanner: Scanner) => Body;
