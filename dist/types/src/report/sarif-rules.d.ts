import type { ReportingDescriptor } from 'sarif';
import type { Severity } from '../finding.js';
import type { RuleMetadata } from '../rule-metadata.js';
/** `page` is the rule's page in Markdown, if it is at hand. */
export declare const ruleDescriptor: (rule: RuleMetadata, page?: string) => ReportingDescriptor;
/** A finding's rule always has an entry, also where the run's list does not know it. */
export declare const unlistedRule: (id: string, url: string, level: Severity) => ReportingDescriptor;
