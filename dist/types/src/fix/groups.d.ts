/** Sets of things that belong together. */
export declare class Groups {
    #private;
    join(things: readonly string[]): void;
    /** The same for all things of a group. */
    of(thing: string): string;
}
