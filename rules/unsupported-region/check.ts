import { isUnsupportedRegion, regionsDate } from '../../src/aurora/eligibility/region.js'
import { providerConfiguration } from '../../src/aurora/places/provider.js'
import { related } from '../../src/aurora/related.js'
import type { Location } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'
import type { Content } from '../../src/terraform/configuration.js'

// AWS brings streams to further regions from time to time: a warning, and the date of what it is based on.
export const check: Check = function* ({ clusters }) {
  for (const cluster of clusters) {
    if (cluster.isStreamed.verdict !== 'yes') continue // what nobody streams may be anywhere
    const { region } = cluster
    if (region === undefined || !isUnsupportedRegion(region)) continue
    const own = cluster.value('region') // from version 6 of the provider; else the provider's configuration says so
    const provider = own ? undefined : providerConfiguration(cluster)?.content.written
    yield {
      on: cluster,
      ...(own && { argument: 'region', value: own }),
      message: `${cluster.address} is streamed in ${region}, a region without activity streams`,
      hint: 'use a region with activity streams, or leave the stream out there',
      because: [`AWS lists no activity streams for ${region}, as of ${regionsDate}`],
      related: [
        ...(provider ? [{ message: 'its provider', location: headerOf(provider) }] : []),
        ...cluster.ownStreams.map((stream) => related(stream, 'the stream')),
      ],
    }
  }
}

const headerOf = ({ source, block }: NonNullable<Content['written']>): Location => ({
  kind: 'source',
  source,
  span: block.headerSpan,
})
