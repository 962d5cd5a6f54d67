import { type NewArgument, type NewValue } from '../../edit/index.js';
/** What the call of a module is to give one of its inputs. */
export interface GivenInput {
    readonly name: string;
    /** Of the object that the input is. */
    readonly attribute?: string | undefined;
    readonly value: NewValue;
}
/** Attributes of one object are one argument. */
export declare const argumentsOf: (all: readonly GivenInput[]) => readonly NewArgument[];
