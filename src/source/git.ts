export type GitAnswer =
  | { readonly kind: 'done'; readonly stdout: string }
  /** Git refused, and said why. */
  | { readonly kind: 'failed'; readonly stderr: string }
  /** There is no such program. */
  | { readonly kind: 'absent' }

/** Asks git, in the working directory. */
export type Git = (argv: readonly string[]) => Promise<GitAnswer>
