/**
 * GitHub as far as a pull request goes, on the loopback interface. It remembers what it is told, and holds every request that reaches it and
 * every answer of its own against GitHub's published descriptions: `complaints` has to stay empty.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { structuredPatch } from 'diff'
import { answer as answerOf } from './graphql.js'
import { complaintsAbout, sampleOf } from './openapi.js'

export interface Account {
  readonly login: string
  readonly type: 'Bot' | 'User'
}

export interface Comment {
  readonly id: number
  readonly reviewId: number
  readonly path: string
  readonly line: number
  readonly startLine: number | undefined
  readonly user: Account
  readonly inReplyTo: number | undefined
  body: string
  isResolved: boolean
  isOutdated: boolean
  isMinimized: boolean
  lastEditedAt: string | null
}

export interface Review {
  readonly id: number
  readonly user: Account
  readonly commitId: string
  body: string
}

/** What a fault answers with instead; `late` does what was asked all the same, and only then fails; `hangUp` answers nothing at all, and `stalls` never ends. */
export interface Fault {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly late?: boolean
  readonly hangUp?: boolean
  readonly stalls?: boolean
  /** Somebody between the two answers, who has read no description. */
  readonly foreign?: boolean
}

interface ChangedFile {
  readonly filename: string
  readonly status: string
  readonly patch?: string
  readonly previous_filename?: string
}

interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const BOT: Account = { login: 'github-actions[bot]', type: 'Bot' }
export const PERSON: Account = { login: 'octocat', type: 'User' }

export const OWNER = 'acme'
export const REPO = 'infra'
export const NUMBER = 7
export const TOKEN = 'ghs_token'
const PULL = `/repos/${OWNER}/${REPO}/pulls/${NUMBER}`
const COMMENTS = `/repos/${OWNER}/${REPO}/pulls/comments`

export class GitHubServer {
  /** Requests as `GET /repos/…?page=1`, and `POST /graphql`. */
  readonly requests: string[] = []
  readonly complaints: string[] = []
  readonly comments: Comment[] = []
  readonly reviews: Review[] = []
  /** Whose token it is. */
  viewer = BOT
  /** A job's own token may not ask who it is. */
  knowsViewer = false
  /** Whether it tells an app of its own comments. */
  knowsAuthors = true
  state: 'open' | 'closed' = 'open'
  isLocked = false
  headSha = 'a'.repeat(40)
  /** Lines of patches that one page holds at most: those of further files are left out. */
  mostPatchLines = 20_000
  /** Lines that it takes no comment on, although they are part of the diff, as `path:line`. */
  readonly unwilling = new Set<string>()
  #files: readonly ChangedFile[] = []
  #heads: ReadonlyMap<string, string> = new Map()
  #faults: { readonly pattern: RegExp; readonly fault: Fault; left: number }[] = []
  #lastId = 3_000_000_000
  readonly #http: Server
  readonly #prefix: string
  readonly #graphql: string

  /** `prefix` is the root of the REST API, as an enterprise server has one. */
  private constructor(prefix: string) {
    this.#prefix = prefix
    this.#graphql = `${prefix.replace(/\/v3$/, '')}/graphql`
    this.#http = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.complaints.push(String(error))
        response.destroy()
      })
    })
  }

  static async start(prefix = ''): Promise<GitHubServer> {
    const server = new GitHubServer(prefix)
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve))
    return server
  }

  async stop(): Promise<void> {
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}${this.#prefix}`
  }

  get graphqlUrl(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}${this.#graphql}`
  }

  /** The pull request changes these files: texts by path, `undefined` where there is none. */
  push(
    before: Readonly<Record<string, string | undefined>>,
    after: Readonly<Record<string, string | undefined>>,
  ): void {
    const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    this.#heads = new Map(Object.entries(after).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])))
    this.#files = paths.flatMap((filename): ChangedFile[] => {
      const [old, fresh] = [before[filename], after[filename]]
      if (old === fresh) return []
      const patch = patchOf(old ?? '', fresh ?? '')
      const status = old === undefined ? 'added' : fresh === undefined ? 'removed' : 'modified'
      return [{ filename, status, ...(patch !== '' && { patch }) }]
    })
  }

  /** The same, for what is only a list. */
  list(files: readonly ChangedFile[]): void {
    this.#files = files
  }

  /** The next `times` requests that match `METHOD /path` fail. */
  fail(pattern: RegExp, fault: Fault, times = 1): void {
    this.#faults.push({ pattern, fault, left: times })
  }

  /** Somebody else writes below a comment. */
  reply(to: Comment, body: string, user = PERSON): void {
    this.comments.push({ ...to, id: this.#nextId(), user, body, inReplyTo: to.id })
  }

  /** A comment and the review around it, as somebody else would have written them. */
  comment(user: Account, path: string, line: number, body: string): Comment {
    return this.#comment(user, this.#review(user, '').id, { path, line, body })
  }

  /** What the button below a suggestion does: the head's file with the block in place of the commented lines. */
  committed({ path, ...comment }: Comment): string {
    return committed(this.#heads.get(path) ?? '', comment)
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://localhost')
    const { pathname, searchParams: query } = url
    const method = request.method ?? ''
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString('utf8')
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    const path = pathname.startsWith(this.#prefix) ? pathname.slice(this.#prefix.length) : pathname
    const isGraphql = pathname === this.#graphql
    const named = isGraphql ? 'POST /graphql' : `${method} ${path}`
    this.requests.push(`${named}${isGraphql || query.size === 0 ? '' : `?${query}`}`)
    if (!request.headers['user-agent']?.startsWith('tf-das-lint/')) this.complaints.push(`${named} has no user agent`)

    const fault = this.#faults.find(({ pattern, left }) => left > 0 && pattern.test(`${named}${url.search}`))
    if (fault) fault.left -= 1
    const isAuthorized = request.headers.authorization === `token ${TOKEN}`
    const act = (): Answer => {
      if (!isAuthorized) return { status: 401, body: said('Bad credentials') }
      return isGraphql ? this.#ask(body) : this.#act(method, path, query, body)
    }
    const acted = fault && !fault.fault.late ? undefined : act()
    if (fault?.fault.stalls) return
    if (fault?.fault.hangUp) {
      response.destroy()
      return
    }
    const answer: Answer = fault?.fault ?? acted ?? { status: 500 }
    if (!isGraphql && !fault?.fault.foreign) {
      const { status, body: answered } = answer
      this.complaints.push(...complaintsAbout({ method, path, query, body, status, answer: answered }))
    }
    this.#send(response, answer)
  }

  #send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
    const isText = typeof body === 'string'
    response.writeHead(status, {
      ...(body !== undefined && { 'content-type': isText ? 'text/html' : 'application/json; charset=utf-8' }),
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '900',
      'x-ratelimit-reset': '1800000000',
      ...headers,
    })
    response.end(body === undefined ? undefined : isText ? body : JSON.stringify(body))
  }

  #act(method: string, path: string, query: URLSearchParams, body: unknown): Answer {
    const page = (items: readonly unknown[], path: string): Answer => this.#page(items, path, query)
    switch (`${method} ${path}`) {
      case `GET ${PULL}`:
        return { status: 200, body: this.#pull() }
      case `GET ${PULL}/files`:
        return this.#filesPage(page(this.#files, path))
      case `GET ${PULL}/reviews`:
        return page(
          this.reviews.map((review) => this.#restReview(review)),
          path,
        )
      case `POST ${PULL}/reviews`:
        return this.#create(body as Draft)
      case `GET ${PULL}/comments`:
        return page(
          this.comments.map((comment) => this.#restComment(comment)),
          path,
        )
      case 'GET /user':
        if (!this.knowsViewer) return { status: 403, body: said('Resource not accessible by integration') }
        return { status: 200, body: { ...sampleOf('public-user'), ...this.viewer } }
    }
    const id = Number(/\d+$/.exec(path)?.[0])
    const review = this.reviews.find((each) => each.id === id)
    if (method === 'PUT' && path === `${PULL}/reviews/${id}` && review) {
      review.body = (body as { readonly body: string }).body
      return { status: 200, body: this.#restReview(review) }
    }
    const index = this.comments.findIndex((each) => each.id === id)
    if (method === 'DELETE' && path === `${COMMENTS}/${id}` && index !== -1) {
      this.comments.splice(index, 1)
      return { status: 204 }
    }
    return { status: 404, body: said('Not Found') }
  }

  #page(items: readonly unknown[], path: string, query: URLSearchParams): Answer {
    const size = Math.min(Number(query.get('per_page') ?? 30), 100)
    const page = Number(query.get('page') ?? 1)
    const body = items.slice((page - 1) * size, page * size)
    const isLast = page * size >= items.length
    const link = `<${this.url}${path}?per_page=${size}&page=${page + 1}>; rel="next"`
    return { status: 200, body, headers: isLast ? {} : { link } }
  }

  /** Beyond 3,000 files GitHub lists none, and beyond so many lines on one page it shows no patch. */
  #filesPage(answer: Answer): Answer {
    let lines = 0
    const body = (answer.body as readonly ChangedFile[]).map(({ patch, ...file }) => {
      lines += patch?.split('\n').length ?? 0
      return {
        ...sampleOf('diff-entry'),
        sha: 'b'.repeat(40),
        ...file,
        ...(patch && lines <= this.mostPatchLines && { patch }),
      }
    })
    return { ...answer, body }
  }

  #create({ body = '', commit_id = '', event, comments = [] }: Draft): Answer {
    if (event !== 'COMMENT' || body === '') return { status: 422, body: refused('a review has an event and words') }
    if (body.length > 65_536) return { status: 422, body: refused('body is too long') }
    const wrong = comments.some((comment) => !this.#isOnDiff(comment))
    if (wrong) return { status: 422, body: refused('Pull request review thread line must be part of the diff') }
    const review = this.#review(this.viewer, body, commit_id)
    for (const comment of comments) this.#comment(this.viewer, review.id, comment)
    return { status: 200, body: this.#restReview(review) }
  }

  /** Both ends within one hunk on the right side; read anew here, so that nothing is proved by itself. */
  #isOnDiff({ path, line, start_line = line, side, start_side = side }: DraftComment): boolean {
    if (this.unwilling.has(`${path}:${line}`) || side !== 'RIGHT' || start_side !== 'RIGHT') return false
    const patch = this.#files.find(({ filename }) => filename === path)?.patch ?? ''
    return [...patch.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].some(([, start, length = '1']) => {
      const first = Number(start)
      const last = first + Number(length) - 1
      return first <= start_line && start_line <= line && line <= last
    })
  }

  #review(user: Account, body: string, commitId = this.headSha): Review {
    const review = { id: this.#nextId(), user, commitId, body }
    this.reviews.push(review)
    return review
  }

  #comment(user: Account, reviewId: number, { path, line, start_line, body }: Omit<DraftComment, 'side'>): Comment {
    const state = { isResolved: false, isOutdated: false, isMinimized: false, lastEditedAt: null }
    const id = this.#nextId()
    const comment = { id, reviewId, path, line, startLine: start_line, user, inReplyTo: undefined, body, ...state }
    this.comments.push(comment)
    return comment
  }

  #nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  #pull(): unknown {
    const sample = sampleOf('pull-request')
    const head = { ...(sample.head as object), sha: this.headSha }
    return { ...sample, number: NUMBER, state: this.state, locked: this.isLocked, head }
  }

  #restReview({ id, user, body, commitId }: Review): unknown {
    const html_url = this.#reviewUrl(id)
    return { ...sampleOf('pull-request-review'), id, user: restUser(user), body, html_url, commit_id: commitId }
  }

  #reviewUrl(id: number): string {
    return `https://github.test/${OWNER}/${REPO}/pull/${NUMBER}#pullrequestreview-${id}`
  }

  #restComment({ id, reviewId, path, line, startLine, user, inReplyTo, body }: Comment): unknown {
    return {
      ...sampleOf('pull-request-review-comment'),
      id,
      pull_request_review_id: reviewId,
      path,
      line,
      ...(startLine !== undefined && { start_line: startLine }),
      user: restUser(user),
      ...(inReplyTo !== undefined && { in_reply_to_id: inReplyTo }),
      body,
    }
  }

  #ask(body: unknown): Answer {
    const { query, variables } = body as {
      readonly query: string
      readonly variables: Readonly<Record<string, unknown>>
    }
    const pullRequest = {
      state: this.state.toUpperCase(),
      locked: this.isLocked,
      headRefOid: this.headSha,
      reviewThreads: connection(() =>
        this.comments.filter(({ inReplyTo }) => !inReplyTo).map((first) => this.#thread(first)),
      ),
      reviews: connection(() =>
        this.reviews.map((review) => ({ ...this.#written(review), url: this.#reviewUrl(review.id) })),
      ),
    }
    const repository = {
      pullRequest: ({ number }: { readonly number?: unknown }) => (number === NUMBER ? pullRequest : null),
    }
    try {
      return {
        status: 200,
        body: { data: answerOf(query, variables, { repository: () => repository, viewer: this.viewer }) },
      }
    } catch (error) {
      this.complaints.push(`graphql: ${String(error)}`)
      return { status: 200, body: { errors: [{ message: String(error) }] } }
    }
  }

  #thread(first: Comment): object {
    const all = [first, ...this.comments.filter(({ inReplyTo }) => inReplyTo === first.id)]
    const { isResolved, isOutdated } = first
    return {
      isResolved,
      isOutdated,
      comments: connection(() => all.map((each) => ({ ...each, ...this.#written(each) }))),
    }
  }

  #written({ id, body, user }: { readonly id: number; readonly body: string; readonly user: Account }): object {
    const author = { __typename: user.type, login: user.login.replace(/\[bot\]$/, '') }
    const viewerDidAuthor = this.knowsAuthors && user.login === this.viewer.login
    return { fullDatabaseId: String(id), body, author, viewerDidAuthor }
  }
}

interface Draft {
  readonly body?: string
  readonly commit_id?: string
  readonly event?: string
  readonly comments?: readonly DraftComment[]
}

interface DraftComment {
  readonly path: string
  readonly body: string
  readonly line: number
  readonly side: string
  readonly start_line?: number
  readonly start_side?: string
}

const said = (message: string): unknown => ({ message, documentation_url: 'https://docs.github.com/rest' })

const refused = (error: string): unknown => ({
  message: 'Unprocessable Entity',
  errors: [error],
  documentation_url: 'https://docs.github.com/rest/pulls/reviews#create-a-review-for-a-pull-request',
})

const restUser = ({ login, type }: Account): unknown => ({ ...sampleOf('simple-user'), login, type })

/** A text with the block of a suggestion in place of the lines that it is on. */
export const committed = (
  text: string,
  { startLine, line, body }: { readonly startLine: number | undefined; readonly line: number; readonly body: string },
): string => {
  const [, , block] = /^(`{3,})suggestion\n([\s\S]*?)^\1$/m.exec(body) ?? []
  if (block === undefined) throw new Error(`this is no suggestion: ${body}`)
  const rows = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const isLast = line === rows.length && !text.endsWith('\n')
  const whole = rows.slice(0, (startLine ?? line) - 1).join('') + block + rows.slice(line).join('')
  return isLast ? whole.replace(/\r?\n$/, '') : whole
}

/** As GitHub sends it: the hunks alone, and no line end behind the last line. */
export const patchOf = (before: string, after: string): string =>
  structuredPatch('a', 'b', before, after, undefined, undefined, { context: 3 })
    .hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) =>
      [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines].join('\n'),
    )
    .join('\n')

/** A list in pages, by cursors that say how many were sent. */
const connection =
  (all: () => readonly object[]) =>
  ({ first, after }: { readonly first?: unknown; readonly after?: unknown }) => {
    const nodes = all()
    const start = typeof after === 'string' ? Number(after) : 0
    const end = Math.min(start + Number(first), nodes.length)
    return {
      totalCount: nodes.length,
      nodes: nodes.slice(start, end),
      pageInfo: { hasNextPage: end < nodes.length, endCursor: end === 0 ? null : String(end) },
    }
  }
