/** How often and how long a request is repeated. */
import { count } from '../../report/plural.js'
import { isFailure, isLimited, refusalOf } from './refusal.js'

export interface Persistence {
  readonly log: (sentence: string) => void
  readonly wait: (milliseconds: number) => Promise<void>
  readonly now: () => number
  /** Milliseconds that one answer may take. */
  readonly timeout: number
  /** A POST that changes nothing. */
  readonly isQuery: (options: RequestOptions) => boolean
}

interface RequestOptions {
  readonly method: string
  readonly url: string
}

const SECOND = 1000
/** Of one request, the first one included. */
const MOST_ATTEMPTS = 4
/** Over all requests of a run, in milliseconds: whoever waits for the job pays for it. */
const MOST_WAITING = 180 * SECOND
/** Where a limit says nothing of its end: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api */
const LIMITED = 60 * SECOND
/** Between two requests that change something, by the same page. */
const BETWEEN_WRITES = SECOND

/**
 * A hook around Octokit's requests. What was refused for a limit is asked again when the service says; what failed on its side, or on
 * the way, a little later, if asking twice does no harm: of a POST nobody knows whether it was heard.
 */
export const persistent = ({ log, wait, now, timeout, isQuery }: Persistence) => {
  let left = MOST_WAITING
  let hasWritten = false
  return async <Options extends RequestOptions & { request?: object }, Answer>(
    request: (options: Options) => Answer | Promise<Answer>,
    options: Options,
  ): Promise<Answer> => {
    const isWrite = options.method !== 'GET' && !isQuery(options)
    if (isWrite && hasWritten) await wait(BETWEEN_WRITES)
    hasWritten ||= isWrite
    for (let attempt = 1; ; attempt += 1) {
      try {
        // Octokit's own hook below this one has these options already, and reads no others.
        options.request = { ...options.request, signal: AbortSignal.timeout(timeout) }
        return await request(options)
      } catch (error) {
        if (!isFailure(error)) throw error
        const limited = isLimited(error)
        if (!limited && !isOutage(error, options.method !== 'POST' || !isWrite)) throw error
        const pause = pauseOf(error.response?.headers ?? {}, now()) ?? (limited ? LIMITED : SECOND) * 2 ** (attempt - 1)
        if (attempt === MOST_ATTEMPTS || pause > left) throw error
        left -= pause
        const what = limited ? 'GitHub asks for fewer requests' : `GitHub does not answer (${refusalOf(error)?.answer})`
        log(`${what}: trying again in ${count(Math.ceil(pause / SECOND), 'second')}.`)
        await wait(pause)
      }
    }
  }
}

/** No answer at all, or one that says that the service is at fault. */
const isOutage = (
  { status, response }: { readonly status: number; readonly response?: unknown },
  isRepeatable: boolean,
): boolean => isRepeatable && (response === undefined || status >= 500)

/** What the service says of the time, in milliseconds from now. */
const pauseOf = (headers: Readonly<Record<string, string | number | undefined>>, now: number): number | undefined => {
  const after = headers['retry-after']
  if (after !== undefined) {
    const until = /^\d+$/.test(String(after)) ? Number(after) * SECOND : Date.parse(String(after)) - now
    if (!Number.isNaN(until)) return Math.max(until, 0)
  }
  const reset = Number(headers['x-ratelimit-reset'])
  if (headers['x-ratelimit-remaining'] !== '0' || Number.isNaN(reset)) return undefined
  // The seconds are whole ones: one more, to be behind it.
  return Math.max(reset * SECOND - now, 0) + SECOND
}
