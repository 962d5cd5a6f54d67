import type { PullRequest } from './pull-request.js'
import type { Refusal } from './refusal.js'

/** Why there is no review, and what to do about it: two sentences. */
export const refusalNotice = ({ kind, answer }: Refusal, { isFork }: PullRequest): string => {
  const [because, advice] = explained(kind, isFork)
  return `No patch is suggested on the pull request: ${because} (${answer}). ${advice}`
}

const ELSEWHERE = "The findings are in the annotations and in the job's summary."

const explained = (kind: Refusal['kind'], isFork: boolean): readonly [because: string, advice: string] => {
  switch (kind) {
    case 'unauthorized':
      return [
        'GitHub does not accept the token',
        "Give the input 'token' one that is valid, or leave it out for the job's own.",
      ]
    case 'forbidden':
      return isFork
        ? ['it comes from a fork, for which GitHub gives the job a token that may only read', ELSEWHERE]
        : ['the token may not write there', "Give the job the permission 'pull-requests: write'."]
    case 'missing':
      return [
        'GitHub shows the token no such pull request',
        "Give the job the permissions 'contents: read' and 'pull-requests: write'.",
      ]
    case 'unprocessable':
      return ['GitHub does not take the review', ELSEWHERE]
    case 'limited':
      return ['GitHub asks for fewer requests, for longer than the job should wait', ELSEWHERE]
    case 'failing':
      return ['GitHub cannot be reached or is at fault', ELSEWHERE]
  }
}
