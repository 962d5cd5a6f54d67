/**
 * Writes what the tests of the Action need of GitHub's published descriptions of its API: the operations it uses, with the schemas they
 * lead to, without prose. Once by hand, when an operation is added or the descriptions have changed:
 *
 *     npm install --no-save @octokit/openapi@23.0.2 @octokit/graphql-schema@15.26.1
 *     node .ci/github-openapi.mjs
 *
 * Both are downloaded for nothing else: the first has 385 MB.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const OPERATIONS = [
  ['/repos/{owner}/{repo}/pulls/{pull_number}', 'get'],
  ['/repos/{owner}/{repo}/pulls/{pull_number}/files', 'get'],
  ['/repos/{owner}/{repo}/pulls/{pull_number}/reviews', 'get'],
  ['/repos/{owner}/{repo}/pulls/{pull_number}/reviews', 'post'],
  ['/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}', 'put'],
  ['/repos/{owner}/{repo}/pulls/{pull_number}/comments', 'get'],
  ['/repos/{owner}/{repo}/pulls/comments/{comment_id}', 'delete'],
  ['/user', 'get'],
]

/** What GitHub answers to any operation, listed there or not. */
const ERRORS = ['basic-error', 'validation-error', 'validation-error-simple']

/** Fields by type. */
const FIELDS = {
  Query: ['repository', 'viewer'],
  User: ['login'],
  Actor: ['login'],
  Repository: ['pullRequest'],
  PullRequest: ['state', 'locked', 'headRefOid', 'reviewThreads', 'reviews'],
  PullRequestReviewThreadConnection: ['pageInfo', 'nodes'],
  PullRequestReviewThread: ['isResolved', 'isOutdated', 'comments'],
  PullRequestReviewCommentConnection: ['totalCount', 'nodes'],
  PullRequestReviewComment: ['fullDatabaseId', 'body', 'author', 'viewerDidAuthor', 'isMinimized', 'lastEditedAt'],
  PullRequestReviewConnection: ['pageInfo', 'nodes'],
  PullRequestReview: ['fullDatabaseId', 'url', 'body', 'author', 'viewerDidAuthor'],
  PageInfo: ['hasNextPage', 'endCursor'],
}

const require = createRequire(join(process.cwd(), 'package.json'))
const target = (file) => join(import.meta.dirname, '..', 'test', 'action', file)

const packageDirectory = (name) => {
  const [modules] = require.resolve.paths(name).filter((path) => exists(join(path, name, 'package.json')))
  if (modules) return join(modules, name)
  throw new Error(`${name} is not installed: see the head of this script`)
}

const exists = (path) => {
  try {
    readFileSync(path)
    return true
  } catch {
    return false
  }
}

const versionOf = (directory) => JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')).version

/** Prose, and what ajv would not understand. */
const PROSE = new Set(['description', 'example', 'examples', 'externalDocs', 'summary', 'tags', 'deprecated', 'title'])

/** `isNames` where the keys are names of properties and not words of OpenAPI. */
const withoutProse = (value, isNames = false) => {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isNames || !(PROSE.has(key) || key.startsWith('x-')))
      .map(([key, item]) => [
        key,
        withoutProse(item, !isNames && ['properties', 'schemas', 'parameters', 'responses'].includes(key)),
      ]),
  )
}

const openapi = () => {
  const directory = packageDirectory('@octokit/openapi')
  const description = JSON.parse(readFileSync(join(directory, 'generated', 'api.github.com.json'), 'utf8'))
  const paths = {}
  for (const [path, method] of OPERATIONS) {
    paths[path] = { ...paths[path], [method]: withoutProse(description.paths[path][method]) }
  }
  const components = {}
  const open = [...referencesIn(paths), ...ERRORS.map((name) => `#/components/schemas/${name}`)]
  for (let reference = open.pop(); reference; reference = open.pop()) {
    const [, , kind, name] = reference.split('/')
    components[kind] ??= {}
    if (Object.hasOwn(components[kind], name)) continue
    components[kind][name] = withoutProse(description.components[kind][name])
    open.push(...referencesIn(components[kind][name]))
  }
  for (const kind of Object.keys(components)) {
    components[kind] = Object.fromEntries(Object.entries(components[kind]).sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  return { $comment: `from @octokit/openapi ${versionOf(directory)}`, openapi: description.openapi, paths, components }
}

const referencesIn = (value) =>
  [...JSON.stringify(value).matchAll(/"\$ref":"(#\/components\/[^"]+)"/g)].map(([, reference]) => reference)

const graphql = () => {
  const directory = packageDirectory('@octokit/graphql-schema')
  const schema = JSON.parse(readFileSync(join(directory, 'schema.json'), 'utf8'))
  const all = new Map((schema.__schema ?? schema.data.__schema).types.map((type) => [type.name, type]))
  const types = {}
  for (const [name, fields] of Object.entries(FIELDS)) {
    types[name] = Object.fromEntries(
      fields.map((field) => {
        const { type, args } = all.get(name).fields.find((each) => each.name === field)
        return [
          field,
          { type: written(type), args: Object.fromEntries(args.map((arg) => [arg.name, written(arg.type)])) },
        ]
      }),
    )
  }
  return { $comment: `from @octokit/graphql-schema ${versionOf(directory)}`, types }
}

const written = ({ kind, name, ofType }) => {
  if (kind === 'NON_NULL') return `${written(ofType)}!`
  return kind === 'LIST' ? `[${written(ofType)}]` : name
}

const write = (file, value) => writeFileSync(target(file), `${JSON.stringify(value, null, 2)}\n`)

write('github-openapi.json', openapi())
write('github-graphql.json', graphql())
