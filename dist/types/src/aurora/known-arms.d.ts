import type { Value } from '../terraform/value.js';
/** An arm of a value, and the text that Terraform makes of it. */
export interface KnownArm {
    readonly text: string;
    readonly value: Value;
}
/** A text that is wrong, and the one that is meant or suggested. */
export interface Correction extends KnownArm {
    readonly meant: string;
}
/**
 * What an argument may be, an entry for each arm of a condition that nobody can decide. Empty where it is left out or an arm is
 * not known: then nothing is certain to be wrong with it.
 */
export declare const knownArms: (value: Value | undefined) => readonly KnownArm[];
