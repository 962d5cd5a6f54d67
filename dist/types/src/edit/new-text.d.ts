/** What is to be written, whatever syntax the file is in. */
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
export type NewValue = 
/** An expression, as native syntax writes it: `aws_rds_cluster.main[count.index].arn`. */
{
    readonly kind: 'expression';
    readonly text: string;
} | {
    readonly kind: 'constant';
    readonly value: string | number | boolean | null;
}
/** Text with interpolations, as it stands between quotes: `alias/${aws_rds_cluster.main.cluster_identifier}`. */
 | {
    readonly kind: 'template';
    readonly text: string;
}
/** What `depends_on`, `ignore_changes` and `provider` take: names, which JSON syntax writes as plain strings. */
 | {
    readonly kind: 'name';
    readonly text: string;
} | {
    readonly kind: 'names';
    readonly texts: readonly string[];
} | {
    readonly kind: 'object';
    readonly entries: readonly NewArgument[];
}
/** As it stands somewhere in a file of the same syntax. */
 | {
    readonly kind: 'copy';
    readonly source: SourceFile;
    readonly span: Span;
};
export interface NewArgument {
    readonly kind: 'argument';
    readonly name: string;
    readonly value: NewValue;
}
/** Consecutive arguments are aligned with each other; a gap is an empty line. A nested block gets one before it by itself. */
export interface NewBlock {
    readonly kind: 'block';
    readonly type: string;
    readonly labels: readonly string[];
    readonly body: readonly (NewArgument | NewBlock | {
        readonly kind: 'gap';
    })[];
}
export declare const expression: (text: string) => NewValue;
export declare const constant: (value: string | number | boolean | null) => NewValue;
export declare const names: (...texts: readonly string[]) => NewValue;
export declare const argument: (name: string, value: NewValue) => NewArgument;
export declare const block: (type: string, labels: readonly string[], ...body: NewBlock['body']) => NewBlock;
export declare const gap: {
    readonly kind: 'gap';
};
