import type { SourceFile } from './source/source-file.js';
import type { Span } from './source/span.js';
export type Severity = 'error' | 'warning' | 'note';
/** Three verdicts, of which two are reported: what is in order is no finding. */
export type Verdict = 'violation' | 'undecided';
/** A place in a source file, or a document as a whole (a plan's JSON is one line: a line in it says nothing). */
export type Location = {
    readonly kind: 'source';
    readonly source: SourceFile;
    readonly span: Span;
} | {
    readonly kind: 'document';
    readonly file: string;
};
/** A replacement of a range of the original text; an insertion has an empty span. Nothing else of the file changes. */
export interface Edit {
    readonly source: SourceFile;
    readonly span: Span;
    readonly text: string;
    /** An insertion of whole lines or blocks, which others at the same place may follow. */
    readonly isWhole?: true;
}
export interface Fix {
    /** `safe` cannot change what a correct apply does. */
    readonly safety: 'safe' | 'unsafe';
    /** Imperative, lower case: `write the key ID instead of its ARN`. */
    readonly title: string;
    /** Empty where there is only a plan. */
    readonly edits: readonly Edit[];
    /** What to write, in native syntax, where there is nothing at hand to be edited. */
    readonly snippet?: string;
}
/** Why there is no patch, although what is right is known: a clause. */
export interface Unmended {
    /** `main.tf is generated, as its first line says` */
    readonly reason: string;
}
export interface Related {
    readonly address?: string;
    readonly message: string;
    readonly location?: Location;
}
export interface Finding {
    /** The rule's id. */
    readonly rule: string;
    readonly severity: Severity;
    readonly verdict: Verdict;
    /** Of the resource instance whose argument is wrong, as Terraform prints it. */
    readonly address: string;
    /** The root module's directory; absent where there is only one, or a plan without its source. */
    readonly rootModule?: string;
    /** The same within the repository, whatever directory the run was started in; empty for a plan without its source. */
    readonly home: string;
    /** The attribute within the resource: `kms_key_id`; absent where the resource as a whole is meant. */
    readonly path?: string;
    readonly message: string;
    readonly hint: string;
    /** The evidence, a sentence each: how a value came about, or (undecided) what stands in the way. */
    readonly because: readonly string[];
    readonly location?: Location;
    readonly related: readonly Related[];
    readonly fix?: Fix;
    /** Ranges of source that hold a sensitive value: no report shows them. */
    readonly masked?: readonly {
        readonly source: SourceFile;
        readonly span: Span;
    }[];
    /** Survives moved lines, renamed files and reordered blocks. */
    readonly fingerprint: string;
    readonly url: string;
}
/** Why a finding is not reported. */
export type Suppression = 
/** A `tf-das-lint:ignore` comment. */
{
    readonly kind: 'comment';
    readonly reason: string;
    /** The last day that it holds on, `YYYY-MM-DD`. */
    readonly until?: string;
    readonly location: Location;
}
/** An entry under `exempt` in the config. */
 | {
    readonly kind: 'exemption';
    readonly reason: string;
    readonly until?: string;
    readonly file: string;
}
/** It was there when the baseline was written. */
 | {
    readonly kind: 'baseline';
    readonly file: string;
};
export interface SuppressedFinding {
    readonly finding: Finding;
    readonly suppression: Suppression;
}
export interface Summary {
    /** Instances of `aws_rds_cluster`; one whose number is unknown counts once. */
    readonly clusters: number;
    readonly auroraClusters: number;
    readonly streamed: number;
    readonly undecided: number;
    readonly errors: number;
    readonly warnings: number;
    readonly notes: number;
    /** Findings that are not counted above. */
    readonly suppressed: number;
}
/** How many of the findings are of each severity. */
export declare const countsOf: (findings: readonly Finding[]) => Pick<Summary, 'errors' | 'warnings' | 'notes'>;
