import type { MultiformatMessageString } from 'sarif';
import type { RuleMetadata } from '../rule-metadata.js';
/** A rule's help, from its page. */
export declare const pageHelp: ({ url }: RuleMetadata, page: string) => MultiformatMessageString;
