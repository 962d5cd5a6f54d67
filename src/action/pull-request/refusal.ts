import { visible } from '../../report/control-characters.js'

/** What GitHub answers instead of doing what it was asked. */
export interface Refusal {
  readonly kind: /** The token is none. */
    | 'unauthorized'
    /** The token may not do that. */
    | 'forbidden'
    /** There is no such thing, or the token may not know of it. */
    | 'missing'
    /** The request makes no sense to it, such as a comment on a line that is not part of the diff. */
    | 'unprocessable'
    /** Too many requests. */
    | 'limited'
    /** The service is at fault, or cannot be reached, or another one answers in its place. */
    | 'failing'
  /** What it said, for a parenthesis: `403 Resource not accessible by integration`. */
  readonly answer: string
}

/** An answer of the service, as Octokit throws it: `response` is absent where there was none. */
interface Failure extends Error {
  readonly status: number
  readonly response?: { readonly headers: Headers; readonly data: unknown }
}

type Headers = Readonly<Record<string, string | number | undefined>>

/** The answer has not the shape that it is documented to have. */
export class UnexpectedAnswer extends Error {}

/** `undefined` for what is no answer of the service, but a bug of ours. */
export const refusalOf = (error: unknown): Refusal | undefined => {
  if (error instanceof UnexpectedAnswer) return { kind: 'failing', answer: error.message }
  if (!isFailure(error)) return undefined
  if (!error.response) return { kind: 'failing', answer: short(error.message) }
  const answer = `${error.status} ${said(error.response.data)}`.trim()
  return { kind: kindOf(error), answer }
}

const kindOf = (failure: Failure): Refusal['kind'] => {
  if (isLimited(failure)) return 'limited'
  switch (failure.status) {
    case 401:
      return 'unauthorized'
    case 403:
      return 'forbidden'
    case 404:
    case 410:
      return 'missing'
    case 400:
    case 422:
      return 'unprocessable'
    default:
      return 'failing'
  }
}

export const isFailure = (error: unknown): error is Failure =>
  error instanceof Error && 'status' in error && typeof error.status === 'number'

/** 429, or 403 with the words or the headers of a limit: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export const isLimited = ({ status, response, message }: Failure): boolean => {
  if (status === 429) return true
  if (status !== 403 || !response) return false
  const { headers } = response
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /\brate limit\b|\babuse detection\b/i.test(message)
  )
}

const said = (data: unknown): string => {
  if (typeof data !== 'object' || data === null || !('message' in data)) return ''
  const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors : []
  const details = errors.map((error: unknown) => (typeof error === 'string' ? error : JSON.stringify(error)))
  return short([String(data.message), ...details].join('; '))
}

const MOST = 300

const short = (text: string): string => {
  const shown = visible(text.replace(/\s+/g, ' ').trim())
  return shown.length > MOST ? `${shown.slice(0, MOST)}…` : shown
}
