import { misplacementsOf } from '../../src/aurora/places/misplacement.js'
import type { Check } from '../../src/rule.js'

// RDS and KMS know what is in their own region and account alone; where a provider's alias was forgotten only the apply tells.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    for (const { what, remedy, ...place } of misplacementsOf(stream, streams)) {
      yield { on: stream, message: `${stream.address} ${what}`, hint: remedy, ...place }
    }
  }
}
