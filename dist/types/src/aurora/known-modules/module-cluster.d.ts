import type { Evaluator } from '../../terraform/evaluator.js';
import type { Value } from '../../terraform/value.js';
import { type Hindrance, type Obstacle } from '../eligibility/obstacle.js';
import type { KnownCall } from '../expanded-modules.js';
import { type JudgedKey } from '../keys/kms-key-reference.js';
import type { MissingStream } from '../missing-stream.js';
import type { Neighbourhood } from '../neighbourhood.js';
import type { NamingOutput } from '../patches/stream-beside-call.js';
import { type Relation } from '../relation.js';
import { CallInstance } from './call-instance.js';
import { type InputMistake } from './input-mistakes.js';
import { type ClusterInputs, type Input, type InstanceInputs, type StreamInputs, type VersionRange } from './table.js';
/** An output that stands for the cluster, and waits for no instance of it. */
export interface ClusterOutput {
    readonly cluster: ModuleCluster;
    readonly name: string;
    /** It is the ARN, not the identifier. */
    readonly isArn: boolean;
    readonly value: Value;
}
/** The cluster that an instance of a call of a known module makes, its source not at hand. */
export declare class ModuleCluster extends CallInstance {
    #private;
    /** The versions that the call allows, with the cluster that each makes. */
    readonly ranges: readonly (VersionRange & {
        readonly cluster: ClusterInputs;
    })[];
    constructor(evaluator: Evaluator, call: KnownCall, near: Neighbourhood);
    /** False where the call leaves the cluster out in every version. */
    get exists(): boolean;
    /** Whether it makes an Aurora cluster; in every version that the call allows, or nobody knows. */
    get isAurora(): Relation;
    /** Whether a stream records it, by the inputs of the call or from outside of the module. */
    get isStreamed(): Relation;
    /** What to say and to do where it has none. */
    get missingStream(): MissingStream;
    /** Whether a stream outside of the module is certainly its, whatever its inputs turn on. */
    get isStreamedFromOutside(): boolean;
    /** Whether its inputs turn on a stream. Those that only other versions take are meant to: another rule reports them. */
    get ownStream(): Relation;
    /** Whether every version that the call allows makes a stream of its inputs. */
    get turnsOnStream(): boolean;
    turnsOn(stream: StreamInputs): Relation;
    /** How a stream is turned on, in every version that the call allows; `undefined` where one of them has none. */
    get streamInputs(): StreamInputs | undefined;
    /** Inputs about the stream that are given and that no version takes that the call allows. */
    get refusedInputs(): readonly string[];
    /** The output with the ARN of the newest version that the call allows. */
    get arnOutput(): string | undefined;
    /** An output that in every version the call allows is the one for the ARN, or for the identifier. */
    agreedOutput(of: 'arn' | 'identifier'): string | undefined;
    get identifierOutput(): string | undefined;
    /** By which the cluster is told beside the call. */
    get namingOutput(): NamingOutput | undefined;
    /** Of the newest version that the call allows. */
    get engineInput(): Input | undefined;
    /** All clusters of the run that its call makes, itself among them: what is written there is written for each. */
    get ofSameCall(): readonly ModuleCluster[];
    /** What keeps the cluster from ever streaming, in the newest version that the call allows. */
    get obstacle(): Obstacle | undefined;
    /** What would have to be changed before it could stream, in that version. */
    get hindrances(): readonly Hindrance[];
    /** Outputs that stand for the cluster alone. */
    get outputs(): readonly ClusterOutput[];
    /** Whether the inputs make no instance in any version that the call allows. */
    get hasNoInstance(): boolean;
    isWithoutInstance({ kind, input, default: otherwise }: InstanceInputs): boolean;
    /** Whether something outside of the module may hold an instance of it. */
    get mayHaveOtherInstances(): boolean;
    /** What the key of its own stream may be, an entry for each arm of a condition; empty where its versions differ. */
    get keys(): readonly JudgedKey[];
    get hasAwsManagedKey(): boolean;
    /** What keeps its stream from working, by what the call is given. */
    get mistakes(): readonly InputMistake[];
    /** An identifier of which nothing is known is not called what contradicts it. */
    mayBeCalled(identifier: string): boolean;
}
