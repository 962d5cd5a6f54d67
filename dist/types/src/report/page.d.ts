/**
 * A rule's page, read. It is Markdown, and of Markdown only this: headings, paragraphs, lists of one level, fenced code;
 * within text code, links and bold words. The tests hold the pages to it.
 */
export interface Page {
    /** What stands under the title, before the first section. */
    readonly introduction: readonly Block[];
    readonly sections: readonly Section[];
}
export interface Section {
    readonly heading: string;
    readonly blocks: readonly Block[];
}
export type Block = ({
    readonly kind: 'paragraph';
    readonly text: readonly Inline[];
} | {
    readonly kind: 'list';
    readonly items: readonly (readonly Inline[])[];
} | {
    readonly kind: 'code';
    readonly lines: readonly string[];
}) & {
    /** As it is written, without a final line feed. */
    readonly markdown: string;
};
export type Inline = {
    readonly kind: 'text' | 'code' | 'strong';
    readonly text: string;
} | {
    readonly kind: 'link';
    readonly text: string;
    readonly url: string;
};
export declare const readPage: (markdown: string) => Page;
