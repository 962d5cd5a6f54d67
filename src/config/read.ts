import type { Diagnostic } from '../source/diagnostic.js'

/** What was read from a file that a person wrote, or all that is wrong with it. */
export type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'wrong'; readonly diagnostics: readonly Diagnostic[] }

export const read = <T>(value: T): Read<T> => ({ kind: 'read', value })

export const wrong = (...diagnostics: readonly Omit<Diagnostic, 'severity'>[]): Read<never> => ({
  kind: 'wrong',
  diagnostics: diagnostics.map((diagnostic) => ({ severity: 'error', ...diagnostic })),
})
