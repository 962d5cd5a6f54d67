/**
 * Each rule's page in Markdown, by the rule's id. Nearly as much text as the rest of the program, so loaded only by who wants it; what is
 * built has a file of its own in the place of this one, with the texts in it (.ci/bundle.mjs).
 */
export declare const pages: ReadonlyMap<string, string>;
