/** Sets of things that belong together. */
export class Groups {
  readonly #parents = new Map<string, string>()

  join(things: readonly string[]): void {
    const [first, ...rest] = things
    if (first === undefined) return
    const root = this.of(first)
    for (const thing of rest) this.#parents.set(this.of(thing), root)
  }

  /** The same for all things of a group. */
  of(thing: string): string {
    let root = thing
    for (
      let parent = this.#parents.get(root);
      parent !== undefined && parent !== root;
      parent = this.#parents.get(root)
    )
      root = parent
    if (root !== thing) this.#parents.set(thing, root)
    return root
  }
}
