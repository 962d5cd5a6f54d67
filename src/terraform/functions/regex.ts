import { known, list, mapping } from '../construct.js'
import type { Value } from '../value.js'
import { type Call, type FunctionTable, pure, Refusal, undecided } from './definition.js'
import { overParts } from './text.js'

const POSIX: ReadonlyMap<string, string> = new Map([
  ['alnum', '0-9A-Za-z'],
  ['alpha', 'A-Za-z'],
  ['ascii', '\\x00-\\x7F'],
  ['blank', '\\t '],
  ['cntrl', '\\x00-\\x1F\\x7F'],
  ['digit', '0-9'],
  ['graph', '!-~'],
  ['lower', 'a-z'],
  ['print', ' -~'],
  ['punct', '!-\\/:-@\\[-`{-~'],
  ['space', '\\t\\n\\v\\f\\r '],
  ['upper', 'A-Z'],
  ['word', '0-9A-Za-z_'],
  ['xdigit', '0-9A-Fa-f'],
])

/** RE2's classes are ASCII; JavaScript's `\s` is not, and neither has `\v` in RE2. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ['s', '\\t\\n\\f\\r '],
  ['d', '0-9'],
  ['w', '0-9A-Za-z_'],
])

/**
 * RE2's syntax in JavaScript's. What RE2 refuses (look-around, back references) is a Refusal; what only JavaScript lacks, such as
 * flags that change within the pattern, is undefined.
 */
const translate = (pattern: string): RegExp | undefined => {
  let flags = 'u'
  let rest = pattern
  for (let leading = /^\(\?([imsU]+)\)/.exec(rest); leading !== null; leading = /^\(\?([imsU]+)\)/.exec(rest)) {
    if (leading[1]?.includes('U')) return undefined
    flags += leading[1] ?? ''
    rest = rest.slice(leading[0].length)
  }
  let source = ''
  let quoting = false
  for (let at = 0; at < rest.length; ) {
    const character = rest[at] ?? ''
    if (quoting) {
      if (rest.startsWith('\\E', at)) {
        quoting = false
        at += 2
      } else {
        source += character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
        at += 1
      }
      continue
    }
    switch (character) {
      case '\\': {
        if (rest.startsWith('\\Q', at)) {
          quoting = true
          at += 2
          break
        }
        const [length, translated] = escapeAt(rest, at, false)
        source += translated
        at += length
        break
      }
      case '[': {
        const [length, translated] = bracket(rest, at)
        source += translated
        at += length
        break
      }
      case '(': {
        const group = /^\(\?(P?<([A-Za-z_][A-Za-z0-9_]*)>|:|[imsU-]+[:)]|.)?/s.exec(rest.slice(at))
        if (group === null) {
          source += '('
          at += 1
        } else if (group[2] !== undefined) {
          source += `(?<${group[2]}>`
          at += group[0].length
        } else if (group[1] === ':') {
          source += '(?:'
          at += 3
        } else if (/^[imsU-]+[:)]$/.test(group[1] ?? '')) return undefined
        else throw new Refusal('the pattern is not valid')
        break
      }
      case '{':
        // A brace that counts nothing is itself.
        source += /^\{\d+(,\d*)?\}/.test(rest.slice(at)) ? '{' : '\\{'
        at += 1
        if (source.endsWith('{') && !source.endsWith('\\{')) {
          const end = rest.indexOf('}', at)
          source += rest.slice(at, end + 1)
          at = end + 1
        }
        break
      case '}':
      case ']':
        source += `\\${character}`
        at += 1
        break
      case '$':
        source += flags.includes('m') ? '$' : '(?![^])'
        at += 1
        break
      case '.':
        source += flags.includes('s') ? '.' : '[^\\n]'
        at += 1
        break
      default:
        source += character
        at += 1
    }
  }
  try {
    return new RegExp(source, [...new Set(`${flags}dg`)].join(''))
  } catch {
    throw new Refusal('the pattern is not valid')
  }
}

/** The escape at `at`: how long it is, and what JavaScript calls it. */
const escapeAt = (pattern: string, at: number, inBracket: boolean): readonly [number, string] => {
  const next = pattern[at + 1]
  if (next === undefined) throw new Refusal('the pattern ends with a backslash')
  const property = /^\\([pP])(\^?)(?:\{(\^?)([A-Za-z_]+)\}|([A-Z]))/.exec(pattern.slice(at))
  if (property !== null) {
    const [whole, letter, , not, name, short] = property
    const negated = (letter === 'P') !== (not === '^')
    const category = name ?? short ?? ''
    const spelledOut = category.length <= 2 ? category : `Script=${category}`
    return [whole.length, `\\${negated ? 'P' : 'p'}{${spelledOut}}`]
  }
  const members = CLASSES.get(next.toLowerCase())
  if (members !== undefined) {
    if (next === next.toLowerCase()) return [2, inBracket ? members : `[${members}]`]
    if (!inBracket) return [2, `[^${members}]`]
    return [2, next === 'S' ? '\\x00-\\x08\\x0B\\x0E-\\x1F!-\\u{10FFFF}' : `\\${next}`]
  }
  switch (next) {
    case 'A':
      return [2, '(?<![^])']
    case 'z':
      return [2, '(?![^])']
    case 'a':
      return [2, '\\x07']
    case 'b':
    case 'B':
      if (inBracket) throw new Refusal('the pattern is not valid')
      return [2, `\\${next}`]
    case 'C':
    case 'Z':
      throw new Refusal('the pattern is not valid')
    default:
  }
  const code = /^\\x\{([0-9A-Fa-f]+)\}/.exec(pattern.slice(at))
  if (code !== null) return [code[0].length, `\\u{${code[1]}}`]
  const octal = /^\\(0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(pattern.slice(at))
  if (octal !== null) return [octal[0].length, `\\u{${Number.parseInt(octal[1] ?? '0', 8).toString(16)}}`]
  if (/[fnrtvx]/.test(next)) return [2, `\\${next}`]
  if (/[A-Za-z0-9]/.test(next)) throw new Refusal('the pattern is not valid')
  return [2, /[\\^$.*+?()[\]{}|/-]/.test(next) && (next !== '-' || inBracket) ? `\\${next}` : next]
}

const bracket = (pattern: string, start: number): readonly [number, string] => {
  let at = start + 1
  let source = '['
  if (pattern[at] === '^') {
    source += '^'
    at += 1
  }
  for (let first = true; ; first = false) {
    const character = pattern[at]
    if (character === undefined) throw new Refusal('the pattern lacks a closing bracket')
    if (character === ']' && !first) return [at + 1 - start, `${source}]`]
    const posix = /^\[:(\^?)([a-z]+):\]/.exec(pattern.slice(at))
    if (posix !== null) {
      if (posix[1] === '^') throw new Untranslated()
      const members = POSIX.get(posix[2] ?? '')
      if (members === undefined) throw new Refusal('the pattern names an unknown class')
      source += members
      at += posix[0].length
    } else if (character === '\\') {
      const [length, translated] = escapeAt(pattern, at, true)
      source += translated
      at += length
    } else {
      // A dash at either end is itself, and needs saying so beside a class.
      const last = character === '-' && (first || pattern[at + 1] === ']')
      source += /[[\]{}()|/]/.test(character) || last ? `\\${character}` : character
      at += 1
    }
  }
}

/** Repetitions within repetitions take RE2 linear time, and this engine (in the worst case) longer than anybody waits. */
const MAY_TAKE_FOREVER = /\([^()]*[+*}|?][^()]*\)[+*{]/
/** Too short for that to matter. */
const SHORT = 24

const compiled = (pattern: string, text: string): RegExp => {
  if (text.length > SHORT && MAY_TAKE_FOREVER.test(pattern)) throw new Untranslated()
  const expression = translate(pattern)
  if (expression === undefined) throw new Untranslated()
  return expression
}

/** A pattern that is right but that only RE2 understands. */
class Untranslated extends Error {}

const orUndecided =
  (apply: (call: Call) => Value) =>
  (call: Call): Value => {
    try {
      return apply(call)
    } catch (error) {
      if (error instanceof Untranslated)
        return { ...undecided(call), because: [`${call.name}() does not know this pattern`] }
      throw error
    }
  }

/** All matches, as Go finds them: an empty one does not follow directly upon another. */
const matchesOf = (pattern: string, text: string): readonly RegExpExecArray[] => {
  let end = -1
  return [...text.matchAll(compiled(pattern, text))].filter((match) => {
    const counts = match[0] !== '' || match.index !== end
    end = match.index + match[0].length
    return counts
  })
}

/** A string, a list or an object, as the pattern has no groups, nameless ones or named ones. */
const captures = (match: RegExpExecArray): Value => {
  if (match.groups !== undefined) {
    if (Object.keys(match.groups).length !== match.length - 1) {
      throw new Refusal('named and nameless groups do not go together')
    }
    return mapping(
      'object',
      Object.entries(match.groups).map(([name, text]) => [name, known(text ?? null)]),
    )
  }
  const [whole, ...groups] = match
  if (groups.length === 0) return known(whole)
  return list(
    'tuple',
    groups.map((text) => known(text ?? null)),
  )
}

const find = pure(['string', 'string'], (pattern, text) => {
  const match = compiled(pattern, text).exec(text)
  if (match === null) throw new Refusal('the pattern does not match')
  return captures(match)
})

const findAll = pure(['string', 'string'], (pattern, text) => list('list', matchesOf(pattern, text).map(captures)))

/** Go's templates: `$1`, `${1}`, `$name`, `${name}`, `$$`. */
const fill = (template: string, match: RegExpExecArray): string =>
  template.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole, braced: string | undefined, bare: string | undefined) => {
    if (whole === '$$') return '$'
    const name = braced ?? bare ?? ''
    return (/^\d+$/.test(name) ? match[Number(name)] : match.groups?.[name]) ?? ''
  })

const replaceKnown = pure(['string', 'string', 'string'], (text, from, to) => {
  const pattern = /^\/(.*)\/$/s.exec(from)?.[1]
  if (from.length < 2 || pattern === undefined) return text.replaceAll(from, () => to)
  let result = ''
  let at = 0
  for (const match of matchesOf(pattern, text)) {
    result += text.slice(at, match.index) + fill(to, match)
    at = match.index + match[0].length
  }
  return result + text.slice(at)
})

/** A single character cannot lie across the border of an unknown part: what is known can be replaced. */
const replace = (call: Call): Value => {
  const [text, from, to] = call.args
  const single = from?.kind === 'known' && typeof from.value === 'string' && [...from.value].length === 1
  return text?.kind === 'text' && single && to?.kind === 'known'
    ? overParts(text, (part) => replaceKnown.apply({ ...call, args: [part, from, to] }))
    : replaceKnown.apply(call)
}

export const regex: FunctionTable = {
  regex: { ...find, apply: orUndecided(find.apply) },
  regexall: { ...findAll, apply: orUndecided(findAll.apply) },
  replace: { arity: [3, 3], sees: 'plain', apply: orUndecided(replace) },
}
