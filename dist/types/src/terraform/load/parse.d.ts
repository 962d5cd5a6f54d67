import type { Expression, ParsedFile } from '../../hcl/syntax.js';
import { SourceFile } from '../../source/source-file.js';
export declare const parseConfiguration: (source: SourceFile, syntax: 'native' | 'json') => ParsedFile;
/** A values file (`.tfvars`): attributes, nothing else. */
export declare const parseValues: (source: SourceFile, syntax: 'native' | 'json') => ParsedFile;
/** An expression that stands in no file; `undefined` where the text is none. `name` says where it comes from. */
export declare const parseText: (name: string, text: string) => Expression | undefined;
export declare const refused: ({ syntax, diagnostics }: ParsedFile) => boolean;
/**
 * Asks HashiCorp's parser about a file that ours refuses. Where it refuses too, its message is shown, which is the one that
 * Terraform prints; where it does not, the mistake is ours and the file is read as HashiCorp's parser reads it.
 */
export declare const arbitrateFile: (parsed: ParsedFile) => Promise<ParsedFile>;
