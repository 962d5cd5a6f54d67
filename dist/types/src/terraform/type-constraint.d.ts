import type { Expression } from '../hcl/syntax.js';
/** The `type` of a variable, as Terraform's type expressions spell it. */
export type TypeConstraint = {
    readonly kind: 'any';
} | {
    readonly kind: 'string';
} | {
    readonly kind: 'number';
} | {
    readonly kind: 'bool';
} | {
    readonly kind: 'list';
    readonly element: TypeConstraint;
} | {
    readonly kind: 'set';
    readonly element: TypeConstraint;
} | {
    readonly kind: 'map';
    readonly element: TypeConstraint;
} | {
    readonly kind: 'tuple';
    readonly elements: readonly TypeConstraint[];
} | {
    readonly kind: 'object';
    readonly attributes: ReadonlyMap<string, ObjectAttribute>;
};
export interface ObjectAttribute {
    readonly type: TypeConstraint;
    readonly optional: boolean;
    readonly default?: Expression;
}
/** A type that is not understood is `any`: whatever is given stays as it is. */
export declare const parseTypeConstraint: (expression: Expression) => TypeConstraint;
