import type { Related } from '../finding.js';
import type { Subject } from './subject.js';
/** Another block that a problem has to do with. */
export declare const related: ({ address, header }: Pick<Subject, 'address' | 'header'>, message: string) => Related;
