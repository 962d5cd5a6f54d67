import { type Hindrance } from '../eligibility/obstacle.js';
import type { InputMistake } from './input-mistakes.js';
import type { ModuleCluster } from './module-cluster.js';
import type { ClusterInputs, StreamInputs } from './table.js';
/** Of what cannot stream at all, nothing else matters. */
export declare const clusterMistakes: (call: ModuleCluster, cluster: ClusterInputs, stream?: StreamInputs) => readonly InputMistake[];
/** What would have to be changed before a cluster of a kind that streams could. */
export declare const hindrancesOf: (call: ModuleCluster, cluster: ClusterInputs) => readonly Hindrance[];
/** What keeps the cluster from ever streaming. */
export declare const kindMistake: (call: ModuleCluster, cluster: ClusterInputs) => InputMistake | undefined;
