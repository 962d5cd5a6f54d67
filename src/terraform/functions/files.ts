/** Files of the configuration, seen only through the context; and paths, which are only text. */

import { digest } from '../../source/digest.js'
import { failure, known, unknown } from '../construct.js'
import { asSet } from '../set.js'
import type { Primitive, Value } from '../value.js'
import { type Call, type Definition, type FunctionTable, pure, undecided } from './definition.js'
import { decodeUtf8 } from './encoding.js'

/** The known string at `at`, or what the function is worth without it. */
const withText = (call: Call, at: number, apply: (text: string) => Value): Value => {
  const definition = pure(['string'], apply)
  const arg = call.args[at]
  return arg?.kind === 'known' ? definition.apply({ ...call, args: [arg] }) : undecided(call)
}

const outside = ({ name }: Call, path: string): Value =>
  unknown(`${name}(${JSON.stringify(path)}) lies outside of what is read`)

/** A function of a file's content. */
const ofContent = (apply: (content: Uint8Array) => Primitive): Definition => ({
  arity: [1, 1],
  sees: 'plain',
  apply: (call) => withText(call, 0, (path) => withContent(call, path, (content) => known(apply(content)))),
})

const withContent = (call: Call, path: string, apply: (content: Uint8Array) => Value): Value => {
  const { context, name } = call
  if (context.exists?.(path) === false) return failure(`${name}(): there is no file ${path}`)
  const content = context.readFile?.(path)
  return content === undefined ? outside(call, path) : apply(content)
}

const exists = (call: Call): Value =>
  withText(call, 0, (path) => {
    const answer = call.context.exists?.(path)
    return answer === undefined ? outside(call, path) : known(answer)
  })

const fileset = (call: Call): Value =>
  withText(call, 0, (directory) =>
    withText(call, 1, (pattern) => {
      const found = call.context.glob?.(directory, pattern)
      return found === undefined ? outside(call, directory) : asSet(found.map(known))
    }),
  )

const templateFile = (call: Call): Value =>
  withText(call, 0, (path) => withContent(call, path, (content) => render(call, decodeUtf8(content))))

const render = ({ name, args, context }: Call, source: string): Value => {
  const variables = args[1]
  if (variables === undefined || context.renderTemplate === undefined) return unknown(`${name}() is not evaluated`)
  return context.renderTemplate(source, variables)
}

/** As Go cleans a path: no `.`, no `..` that can be resolved, no doubled or trailing slash. */
const clean = (path: string): string => {
  const rooted = path.startsWith('/')
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') kept.push(part)
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop()
    else if (!rooted) kept.push('..')
  }
  return (rooted ? '/' : '') + kept.join('/') || '.'
}

const basename = (path: string): string => {
  if (path === '') return '.'
  const trimmed = path.replace(/\/+$/, '')
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1)
}

const onThisMachine = (name: string): Value => unknown(`${name}() depends on the machine`)

export const files: FunctionTable = {
  abspath: pure(['string'], (path) => (path.startsWith('/') ? clean(path) : onThisMachine('abspath'))),
  basename: pure(['string'], basename),
  dirname: pure(['string'], (path) => clean(path.slice(0, path.lastIndexOf('/') + 1))),
  file: ofContent(decodeUtf8),
  filebase64: ofContent((content) => Buffer.from(content).toString('base64')),
  filebase64sha256: ofContent((content) => digest('sha256', content, 'base64')),
  filebase64sha512: ofContent((content) => digest('sha512', content, 'base64')),
  fileexists: { arity: [1, 1], sees: 'plain', apply: exists },
  filemd5: ofContent((content) => digest('md5', content, 'hex')),
  fileset: { arity: [2, 2], sees: 'plain', apply: fileset },
  filesha1: ofContent((content) => digest('sha1', content, 'hex')),
  filesha256: ofContent((content) => digest('sha256', content, 'hex')),
  filesha512: ofContent((content) => digest('sha512', content, 'hex')),
  pathexpand: pure(['string'], (path) => (path.startsWith('~') ? onThisMachine('pathexpand') : path)),
  templatefile: { arity: [2, 2], sees: 'collections', apply: templateFile },
  templatestring: {
    arity: [2, 2],
    sees: 'collections',
    apply: (call) => withText(call, 0, (source) => render(call, source)),
  },
}
