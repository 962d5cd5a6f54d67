import { createRequire } from 'node:module'

type Crypto = typeof import('node:crypto')

// Loaded on first use: few runs need it, and every start would pay for it.
let crypto: Crypto | undefined

export const digest = (algorithm: string, content: string | Uint8Array, encoding: 'hex' | 'base64'): string => {
  crypto ??= createRequire(import.meta.url)('node:crypto') as Crypto
  return crypto.createHash(algorithm).update(content).digest(encoding)
}
