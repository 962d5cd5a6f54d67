/** What a rule is made of; everything that `rules/` needs from the engine, beside the Aurora view. */
import type { Relation } from './aurora/relation.js';
import type { Subject } from './aurora/subject.js';
import type { AuroraView } from './aurora/view.js';
import type { Fix, Related, Severity, Unmended } from './finding.js';
import type { RuleMetadata } from './rule-metadata.js';
import type { Value } from './terraform/value.js';
/** Something wrong, before it has a place and a fingerprint. */
export interface Problem {
    readonly on: Subject;
    /** The argument that is wrong; without it the resource as a whole is. */
    readonly argument?: string;
    /** Its value, where an arm of it or the place it was written at matters. */
    readonly value?: Value;
    /** Where it weighs less than what the rule otherwise finds; undecided, it is a note anyway. */
    readonly severity?: Severity;
    /** `no` is a violation, `undecided` brings its reasons along; left out it is a violation. */
    readonly verdict?: Relation;
    readonly message: string;
    readonly hint: string;
    readonly because?: readonly string[];
    readonly related?: readonly Related[];
    readonly fix?: Fix | Unmended | undefined;
}
export type Check = (view: AuroraView) => Iterable<Problem>;
export interface Rule {
    readonly metadata: RuleMetadata;
    readonly check: Check;
}
