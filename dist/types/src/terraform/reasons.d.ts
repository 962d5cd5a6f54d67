import type { Symbolic, Value } from './value.js';
/** Everything that stands in the way of knowing these values, each reason once. */
export declare const reasons: (values: Iterable<Value>) => readonly string[];
/** As Terraform prints it: `module.kms.aws_kms_key.main[0].arn`. */
export declare const symbolicName: ({ of, path }: Symbolic) => string;
