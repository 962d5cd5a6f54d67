import { mistakenArnOf } from '../../src/aurora/mistaken-arn.js'
import type { Check } from '../../src/rule.js'

// The provider takes the ARN of any service here, and the empty text; RDS takes only a cluster's.
export const check: Check = function* ({ streams, clusters }) {
  for (const stream of streams) {
    const arn = mistakenArnOf(stream, streams, clusters)
    if (!arn) continue
    const is = arn.isArn.verdict === 'no' ? 'is' : 'may be'
    yield {
      on: stream,
      argument: 'resource_arn',
      value: arn.value,
      verdict: arn.isArn,
      message: `resource_arn of ${stream.address} ${is} ${arn.what}, not the ARN of an Aurora cluster`,
      hint: arn.remedy,
      because: arn.mayBePart ? [RESERVATION] : [],
      fix: arn.fix,
    }
  }
}

const RESERVATION =
  "unless it is part of an ARN that is put together: a plan's JSON keeps only the names in an expression"
