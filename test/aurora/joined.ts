import { auroraView } from '../../src/aurora/view.js'
import { evaluatorOf } from '../terraform/configured.js'

/** Who streams whom: `coverage` has a line for each cluster, `pairing` one for each stream. */
export interface Joined {
  /** `main["a"]: yes` */
  readonly coverage: readonly string[]
  /** `main["a"] -> main["a"]`, `main -> a | b`, `main -> elsewhere`, `main -> any` */
  readonly pairing: readonly string[]
  /** Why a cluster's coverage is not certain, for all of them. */
  readonly because: readonly string[]
}

/** Joins the clusters and streams of files in memory. */
export const joined = async (files: Readonly<Record<string, string>>): Promise<Joined> => {
  const { clusters, streams } = auroraView(await evaluatorOf(files), () => [])
  return {
    coverage: clusters.map(({ address, isStreamed }) => `${short(address)}: ${isStreamed.verdict}`).sort(),
    pairing: streams
      .map(({ address, cluster }) => {
        if (cluster.kind === 'found') return `${short(address)} -> ${short(cluster.cluster.address)}`
        if (cluster.kind === 'elsewhere') return `${short(address)} -> elsewhere`
        const names = cluster.clusters.map((one) => short(one.address))
        return `${short(address)} -> ${names.length === 0 ? 'any' : `${names.join(' | ')}?`}`
      })
      .sort(),
    because: clusters.flatMap(({ isStreamed }) => (isStreamed.verdict === 'undecided' ? isStreamed.because : [])),
  }
}

const short = (address: string): string => address.replace(/aws_rds_cluster(?:_activity_stream)?\./, '')
