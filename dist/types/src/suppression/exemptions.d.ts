import type { Finding, Suppression } from '../finding.js';
/** Findings that are to be left, by the address of what they are about. */
export interface Exemption {
    /** `*` stands for any text: `module.dev.*`. */
    readonly address: string;
    /** Rule ids; empty means all. */
    readonly rules: readonly string[];
    readonly reason: string;
    /** The last day that it holds on, `YYYY-MM-DD`. */
    readonly until?: string;
    /** The config file that says so. */
    readonly file: string;
}
/** Those of the exemptions that are about the finding, in their order. */
export declare const exemptionsFrom: (exemptions: readonly Exemption[]) => ((finding: Pick<Finding, 'rule' | 'address'>) => readonly Exemption[]);
export declare const toSuppression: ({ reason, until, file }: Exemption) => Suppression;
