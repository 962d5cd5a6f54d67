/**
 * The syntax tree of HCL, whatever it was written in (native syntax or JSON). Every node has its exact span in the
 * source; nothing is evaluated, converted or dropped, so that an edit can be made at any node.
 * Knows no Terraform: a resource is a block like any other.
 */
import type { Diagnostic } from '../source/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
/** A parsed file. What could not be parsed is in `diagnostics`; what stands around it is in `body`. */
export interface ParsedFile {
    readonly source: SourceFile;
    readonly syntax: 'native' | 'json';
    readonly body: Body;
    /** In order of appearance; in JSON syntax the texts of `"//"` properties, or of the lists there, without their quotes. */
    readonly comments: readonly Comment[];
    readonly diagnostics: readonly Diagnostic[];
}
export interface Comment {
    readonly span: Span;
    readonly style: 'hash' | 'slashes' | 'block';
}
export interface Body {
    /** From the first to the last byte within the braces (the whole file for the outermost). */
    readonly span: Span;
    readonly attributes: ReadonlyMap<string, Attribute>;
    /** In order of appearance. */
    readonly blocks: readonly Block[];
}
export interface Attribute {
    readonly name: string;
    readonly nameSpan: Span;
    readonly expression: Expression;
    /** From the name to the end of the expression. */
    readonly span: Span;
}
export interface Block {
    readonly type: string;
    readonly typeSpan: Span;
    readonly labels: readonly Label[];
    readonly body: Body;
    /** From the type to the closing brace; in JSON syntax from the last label, as blocks can share what stands before. */
    readonly span: Span;
    /** From the type to the last label (in JSON syntax that label alone): what a finding about the whole block points at. */
    readonly headerSpan: Span;
}
export interface Label {
    readonly value: string;
    readonly span: Span;
}
export type Expression = Literal | Template | Tuple | ObjectConstructor | ForExpression | Variable | Access | Call | Unary | Binary | Conditional | Parentheses | Invalid;
/** A number, boolean, null, or a string without interpolation (the value is unescaped). */
export interface Literal {
    readonly kind: 'literal';
    readonly value: string | number | boolean | null;
    /** How a string was written; `bare` is an unquoted object key; absent for numbers, booleans and null. */
    readonly style?: 'quoted' | 'heredoc' | 'indented-heredoc' | 'bare';
    readonly span: Span;
}
/** A string with at least one interpolation or directive. A quoted one that is a single interpolation passes its value through. */
export interface Template {
    readonly kind: 'template';
    readonly style: 'quoted' | 'heredoc' | 'indented-heredoc';
    readonly parts: readonly TemplatePart[];
    readonly span: Span;
}
export type TemplatePart = 
/** `value` is unescaped, and trimmed where a neighbour's `~` asks for it. */
{
    readonly kind: 'text';
    readonly value: string;
    readonly span: Span;
} | {
    readonly kind: 'interpolation';
    readonly expression: Expression;
    readonly span: Span;
} | {
    readonly kind: 'if';
    readonly condition: Expression;
    readonly then: readonly TemplatePart[];
    readonly otherwise: readonly TemplatePart[];
    readonly span: Span;
} | {
    readonly kind: 'for';
    readonly keyName?: string;
    readonly valueName: string;
    readonly collection: Expression;
    readonly body: readonly TemplatePart[];
    readonly span: Span;
};
export interface Tuple {
    readonly kind: 'tuple';
    readonly items: readonly Expression[];
    readonly span: Span;
}
export interface ObjectConstructor {
    readonly kind: 'object';
    readonly items: readonly ObjectItem[];
    readonly span: Span;
}
export interface ObjectItem {
    /** An unquoted identifier is a `Literal` of style `bare`; `(name)` is a `Parentheses`. */
    readonly key: Expression;
    readonly value: Expression;
}
export interface ForExpression {
    readonly kind: 'for';
    readonly keyName?: string;
    readonly valueName: string;
    readonly collection: Expression;
    /** Present in the object form, `{ for … : key => value }`. */
    readonly key?: Expression;
    readonly value: Expression;
    readonly condition?: Expression;
    /** `...` behind the value. */
    readonly grouping: boolean;
    readonly span: Span;
}
/** The root of a traversal on its own: `var`, `each`, `aws_kms_key`, or a name bound by a `for`. */
export interface Variable {
    readonly kind: 'variable';
    readonly name: string;
    readonly span: Span;
}
/** `source` followed by steps: `aws_rds_cluster.main[0].arn`, `f(x).y`, `var.list[*].id`. Never nested directly. */
export interface Access {
    readonly kind: 'access';
    readonly source: Expression;
    readonly steps: readonly Step[];
    readonly span: Span;
}
export type Step = {
    readonly kind: 'attribute';
    readonly name: string;
    readonly span: Span;
}
/** `[key]`, or the legacy `.0`. */
 | {
    readonly kind: 'index';
    readonly key: Expression;
    readonly legacy: boolean;
    readonly span: Span;
}
/** `.*` (`attribute-only`) or `[*]` (`full`): `each` is applied to every element, following steps to the result. */
 | {
    readonly kind: 'splat';
    readonly style: 'attribute-only' | 'full';
    readonly each: readonly Step[];
    readonly span: Span;
};
export interface Call {
    readonly kind: 'call';
    /** With its namespace where it has one: `provider::aws::arn_parse`. */
    readonly name: string;
    readonly nameSpan: Span;
    readonly args: readonly Expression[];
    /** `...` behind the last argument. */
    readonly expandFinal: boolean;
    readonly span: Span;
}
export interface Unary {
    readonly kind: 'unary';
    readonly operator: '!' | '-';
    readonly operand: Expression;
    readonly span: Span;
}
export type BinaryOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||' | '+' | '-' | '*' | '/' | '%';
export interface Binary {
    readonly kind: 'binary';
    readonly operator: BinaryOperator;
    readonly left: Expression;
    readonly right: Expression;
    readonly span: Span;
}
export interface Conditional {
    readonly kind: 'conditional';
    readonly condition: Expression;
    readonly then: Expression;
    readonly otherwise: Expression;
    readonly span: Span;
}
export interface Parentheses {
    readonly kind: 'parentheses';
    readonly inner: Expression;
    readonly span: Span;
}
/** Stands where an expression could not be parsed: something was written, nobody knows what. */
export interface Invalid {
    readonly kind: 'invalid';
    readonly span: Span;
}
