/** A reference that somebody put in quotes: `"aws_kms_key.main.arn"`, `"var.key"`, `"$${aws_kms_key.main.arn}"`. */
export interface QuotedReference {
    /** The reference without what was wrapped around it. */
    readonly text: string;
    /** The resource type, or `var`, `local`, `module`, `each`. */
    readonly type: string;
    readonly mode: 'managed' | 'data';
    /** Within its module: `aws_kms_key.main`, `data.aws_kms_key.main`, `var.key`, `module.kms`. */
    readonly address: string;
    readonly name: string;
    /** `[0]`, `["a"]`, as written. */
    readonly index: string;
    /** What follows the name: `arn`. */
    readonly attribute: string | undefined;
}
export declare const parseQuotedReference: (literal: string) => QuotedReference | undefined;
