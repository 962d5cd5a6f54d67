import { UnexpectedAnswer } from './refusal.js'

/** The most that GitHub puts on a page. */
export const PAGE = 100

interface Page<Item> {
  readonly data: readonly Item[]
  readonly headers: { readonly link?: string }
}

/** All items of a list, page by page: https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export async function* items<Item>(
  pageOf: (page: number) => Promise<Page<Item>>,
  mostPages: number,
): AsyncGenerator<Item, void> {
  for (let page = 1; page <= mostPages; page += 1) {
    const { data, headers } = await pageOf(page)
    if (!Array.isArray(data)) throw new UnexpectedAnswer('something that is no list')
    yield* data
    // Which page is the next, we know; the link says whether there is one.
    if (!/\brel="next"/.test(headers.link ?? '')) return
  }
}
