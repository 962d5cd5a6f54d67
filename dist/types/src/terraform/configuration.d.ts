/**
 * A module's configuration as blocks sorted by what they declare, the same whether it was read from source files or from the
 * `configuration` of a plan's JSON. Only read, never evaluated.
 */
import type { Block, Expression as SourceExpression } from '../hcl/syntax.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
/** An expression as it was written, or what a plan's JSON keeps of one: its constant value, or the names it refers to. */
export type Expression = SourceExpression | {
    readonly kind: 'constant';
    readonly value: unknown;
} | {
    readonly kind: 'references';
    readonly references: readonly string[];
};
/** Named things, some of which are only read when asked for. */
export interface Lookup<T> {
    get(name: string): T | undefined;
    keys(): Iterable<string>;
}
/** An attribute, wherever it stands: in a resource, a module call, `locals`, a variable's default. */
export interface Argument {
    readonly name: string;
    readonly owner: 'resource' | 'call' | 'local' | 'variable' | 'output' | 'provider' | 'values-file' | 'outside';
    readonly expression: Expression;
    /** Absent for what a plan's JSON, the environment or the command line says. */
    readonly written?: {
        readonly source: SourceFile;
        /** From the name to the end of the expression. */
        readonly span: Span;
        readonly nameSpan: Span;
        readonly expressionSpan: Span;
    };
}
/** The content of a block: its arguments and its nested blocks, `dynamic` ones included. */
export interface Content {
    readonly arguments: ReadonlyMap<string, Argument>;
    readonly blocks: readonly NestedBlock[];
    /** The block as it was written: where to point, and where a patch may add something. */
    readonly written?: {
        readonly source: SourceFile;
        readonly block: Block;
    };
}
export interface NestedBlock {
    /** `dynamic "x"` has the type `x`. */
    readonly type: string;
    readonly labels: readonly string[];
    readonly content: Content;
    /** A `dynamic` block's `for_each` and iterator name. */
    readonly dynamic?: {
        readonly forEach: Argument;
        readonly iterator: string;
    };
}
export interface Resource {
    readonly mode: 'managed' | 'data';
    readonly type: string;
    readonly name: string;
    /** Within its module: `aws_rds_cluster.main`, `data.aws_kms_key.main`. */
    readonly address: string;
    readonly content: Content;
    readonly count?: Argument;
    readonly forEach?: Argument;
    readonly dependsOn: readonly Argument[];
    /** The provider's local name and alias (`aws`, `aws.west`) as written; without it, the type's first word. */
    readonly provider?: string;
    readonly lifecycle?: Lifecycle;
}
/** Absent on a plan's resources: the JSON does not hold it. */
export interface Lifecycle {
    readonly ignoreChanges: 'all' | readonly string[];
    readonly content: Content;
}
export interface ModuleCall {
    readonly name: string;
    readonly content: Content;
    readonly source?: Argument | undefined;
    readonly version?: Argument | undefined;
    readonly count?: Argument | undefined;
    readonly forEach?: Argument | undefined;
    readonly dependsOn: readonly Argument[];
    /** Provider local name within the called module (`aws`, `aws.west`) to the one in the caller. */
    readonly providers: ReadonlyMap<string, string>;
    /** Reads the called module on first use. */
    readonly module: Module | AbsentModule;
    /** False where the called module and all that it calls hold none of the wanted resource types: it need not be read to find them. */
    readonly relevant: boolean;
}
/** A called module whose source is not at hand: nothing is known of it, least of all that it is empty. */
export interface AbsentModule {
    readonly kind: 'absent';
    /** As written. */
    readonly source: string | undefined;
    /** `its source (terraform-aws-modules/kms/aws) is not at hand: run terraform init`. */
    readonly because: string;
    /** `terraform init` would bring it. */
    readonly isInstallable: boolean;
}
export interface Variable {
    readonly name: string;
    readonly type?: SourceExpression;
    readonly default?: Argument;
    readonly nullable: boolean;
    readonly sensitive: boolean;
    readonly content: Content;
}
export interface Local {
    readonly name: string;
    readonly argument: Argument;
}
export interface Output {
    readonly name: string;
    readonly value?: Argument | undefined;
    readonly sensitive: boolean;
    readonly dependsOn: readonly Argument[];
    readonly content: Content;
}
export interface ProviderConfiguration {
    readonly name: string;
    readonly alias?: string;
    readonly content: Content;
}
export interface Module {
    readonly kind: 'module';
    /** The directory that holds it, as the user knows it; empty for a plan's module. */
    readonly directory: string;
    readonly variables: ReadonlyMap<string, Variable>;
    /** `undefined` where the locals are not to be had (a plan's JSON): a `local.x` then says nothing. */
    readonly locals: ReadonlyMap<string, Local> | undefined;
    readonly outputs: ReadonlyMap<string, Output>;
    /** By address within the module. */
    readonly resources: Lookup<Resource>;
    readonly calls: ReadonlyMap<string, ModuleCall>;
    readonly providers: readonly ProviderConfiguration[];
    /** Local provider name to its `required_providers` source and version constraint, as written. */
    readonly requiredProviders: ReadonlyMap<string, {
        readonly source?: string;
        readonly version?: string;
    }>;
    /** Of resources that `moved` and `removed` blocks speak of (unknown to a plan's JSON): Terraform refuses to have one there again. */
    readonly formerAddresses: ReadonlySet<string>;
}
/** A root module with what is given to it from outside. */
export interface RootModule {
    readonly module: Module;
    /** By name, after Terraform's precedence; of owner `values-file` or `outside`. */
    readonly given: ReadonlyMap<string, Argument>;
    /** A plan's provider configurations by the key that its resources name (`Resource.provider`); absent for source. */
    readonly providersByKey?: ReadonlyMap<string, ProviderConfiguration>;
}
