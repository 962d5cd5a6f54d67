import type { Location } from '../finding.js';
import type { Argument, ModuleCall } from '../terraform/configuration.js';
import type { Evaluator } from '../terraform/evaluator.js';
import type { ModuleInstance } from '../terraform/module-instance.js';
import type { ResourceInstanceReference } from '../terraform/reference.js';
import type { Stream } from './stream.js';
/** A call that has no instances. */
export interface IdleCall {
    readonly module: ModuleInstance;
    readonly call: ModuleCall;
}
/** The streams in a call that has no instances, as if it had one. */
export declare const streamsIn: (evaluator: Evaluator, { module, call }: IdleCall) => readonly ResourceInstanceReference[];
/** What keeps a stream's block from making an instance. */
export interface TurnedOff {
    /** `aws_rds_cluster_activity_stream.main has count = 0: var.audited is false` */
    readonly because: string;
    readonly location: Location | undefined;
}
export declare const turnedOff: (stream: Stream) => TurnedOff;
/** The argument that decides whether it exists: of the outermost call that has no instances, else of the stream itself. */
export declare const switchOf: ({ address, evaluator, reference }: Stream) => {
    address: string;
    module: ModuleInstance;
    argument: Argument | undefined;
};
