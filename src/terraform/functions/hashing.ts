import { digest } from '../../source/digest.js'
import { type Definition, type FunctionTable, notEvaluated, pure, Refusal } from './definition.js'

const hash = (algorithm: string, encoding: 'hex' | 'base64' = 'hex'): Definition =>
  pure(['string'], (text) => digest(algorithm, text, encoding))

/** The namespaces of RFC 4122 that have names. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['dns', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
  ['url', '6ba7b811-9dad-11d1-80b4-00c04fd430c8'],
  ['oid', '6ba7b812-9dad-11d1-80b4-00c04fd430c8'],
  ['x500', '6ba7b814-9dad-11d1-80b4-00c04fd430c8'],
])

const uuidv5 = (namespace: string, name: string): string => {
  const uuid = NAMESPACES.get(namespace) ?? namespace
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid)) throw new Refusal('the namespace is no UUID')
  const bytes = Buffer.from(
    digest('sha1', Buffer.concat([Buffer.from(uuid.replaceAll('-', ''), 'hex'), Buffer.from(name)]), 'hex'),
    'hex',
  )
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export const hashing: FunctionTable = {
  base64sha256: hash('sha256', 'base64'),
  base64sha512: hash('sha512', 'base64'),
  bcrypt: notEvaluated(1, 2),
  md5: hash('md5'),
  rsadecrypt: notEvaluated(2, 2),
  sha1: hash('sha1'),
  sha256: hash('sha256'),
  sha512: hash('sha512'),
  uuid: notEvaluated(0, 0),
  uuidv5: pure(['string', 'string'], uuidv5),
}
