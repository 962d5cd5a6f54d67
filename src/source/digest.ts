import { createRequire } from 'node:module'

type Crypto = typeof import('node:crypto')

// Loaded on first use: few runs need it, and every start would pay for it.
let crypto: Crypto | undefined

export const digest = (algorithm: string, content: string | Uint8Array, encoding: 'hex' | 'base64'): string => {
  crypto ??= createRequire(import.meta.url)('node:crypto') as Crypto
  return crypto.createHash(algorithm).update(content).digest(encoding)
}

/** Of what a finding is about: the same parts give the same 32 hexadecimal digits. */
export const fingerprintOf = (...parts: readonly string[]): string =>
  digest('sha256', parts.join('\0'), 'hex').slice(0, 32)
