/** The functions of the AWS provider, under its usual local name. */
import { known, mapping } from '../construct.js'
import { toStringValue } from '../conversion.js'
import type { Value } from '../value.js'
import { type Call, type FunctionTable, pure, Refusal } from './definition.js'
import { textOf } from './text.js'

const PARTS = ['partition', 'service', 'region', 'account_id', 'resource'] as const

const parse = (arn: string): Value => {
  const [prefix, ...sections] = arn.split(':')
  if (prefix !== 'arn' || sections.length < PARTS.length) throw new Refusal('not an ARN')
  const resource = sections.slice(PARTS.length - 1).join(':')
  return mapping(
    'object',
    PARTS.map((part, at) => [part, known(part === 'resource' ? resource : (sections[at] ?? ''))]),
  )
}

/** As known as its parts are. */
const build = ({ args }: Call): Value => {
  const parts = args.map(toStringValue)
  if (parts.some((part) => part.kind === 'known' && part.value === null)) throw new Refusal('an argument is null')
  return textOf(['arn', ...parts.flatMap((part) => [':', part])])
}

const trimRolePath = (arn: string): string => {
  const role = /^(arn:[^:]*:iam:[^:]*:[^:]*:role\/)(?:.*\/)?([^/]+)$/.exec(arn)
  if (role === null) throw new Refusal('not the ARN of a role')
  return `${role[1]}${role[2]}`
}

export const aws: FunctionTable = {
  'provider::aws::arn_build': { arity: [5, 5], sees: 'plain', apply: build },
  'provider::aws::arn_parse': pure(['string'], parse),
  'provider::aws::trim_iam_role_path': pure(['string'], trimRolePath),
}
