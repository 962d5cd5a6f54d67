import type { Location } from '../../finding.js';
import type { Argument, ModuleCall } from '../../terraform/configuration.js';
import type { Evaluator } from '../../terraform/evaluator.js';
import type { ModuleInstance } from '../../terraform/module-instance.js';
import type { InstanceKey } from '../../terraform/reference.js';
import type { Value } from '../../terraform/value.js';
import type { Where } from '../cluster-reference.js';
import type { Existing } from '../existence.js';
import type { KnownCall } from '../expanded-modules.js';
import type { Subject } from '../subject.js';
import type { Input, KnownModule, VersionRange } from './table.js';
/** One instance of a call of a known module, its source not at hand, and what its inputs are worth. */
export declare class CallInstance implements Subject, Existing {
    #private;
    /** `module.db["a"]` */
    readonly address: string;
    readonly evaluator: Evaluator;
    /** The one that it stands in. */
    readonly module: ModuleInstance;
    readonly call: ModuleCall;
    readonly key: InstanceKey;
    readonly known: KnownModule;
    /** Those that the call allows. */
    readonly versions: readonly VersionRange[];
    constructor(evaluator: Evaluator, { module, call, key, recognised }: KnownCall);
    get block(): ModuleCall;
    get where(): Where;
    argument(input: string): Argument | undefined;
    /** What the input is worth in the module: a null that is given takes the place of the default. */
    value({ input, attribute, default: otherwise }: Input): Value;
    /** The same of an input of any type, null for its default. */
    valueOf(input: string, otherwise: unknown): Value;
    get header(): Location | undefined;
    /** `name` may go on with an attribute of the input: `cluster_activity_stream.mode`. */
    place(name: string, value?: Value): Location | undefined;
    /** `9.0.0 to below 10.0.0`: the versions that the call allows, as far as they are known. */
    get allowedVersions(): string;
    /** A sentence for the evidence of a finding. */
    get judgedBy(): string;
}
