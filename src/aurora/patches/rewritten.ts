import { type Change, expression, replaceValue } from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import type { Rewrite } from '../patch.js'

/** The change that a rewrite makes. */
export const rewritten = ({ place, text }: Rewrite): Change | Unmended => replaceValue(place, expression(text), '')
