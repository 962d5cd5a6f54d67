/**
 * What the Action asks GitHub about a pull request and says there. Load it with `import()` and only where `pullRequestOf` (of
 * `pull-request.ts`, which costs nothing) knows one: the API's client is large.
 *
 *     const client = createClient({ token, environment, log })
 *     const changed = await changedFiles(client, pullRequest)
 *     const outcome = await reviewPullRequest(client, pullRequest, report, { changed, repositoryPath, run })
 *
 * None of them throws for what GitHub answers or fails to answer: they say it in sentences, and the run goes on with its annotations.
 */
export { type ChangedFile, type ChangedFiles, changedFiles } from './changed-files.js'
export { type Client, type ClientOptions, createClient } from './client.js'
export { type PullRequest, pullRequestOf } from './pull-request.js'
export { type ReviewOptions, type ReviewOutcome, reviewPullRequest } from './review.js'
