/** The text of a suppression: `tf-das-lint:ignore missing-activity-stream reason="dev only" until=2027-01-31`. */
import { didYouMean, nearestName } from '../source/nearest-name.js'
import { isDay } from './day.js'

/** What a comment begins with to be one of ours. */
export const PREFIX = 'tf-das-lint:'

export interface Directive {
  readonly kind: 'ignore'
  /** Rule ids, each once, at least one. */
  readonly rules: readonly string[]
  readonly reason: string
  /** The last day that it holds on, `YYYY-MM-DD`. */
  readonly until?: string
}

/** Meant as a suppression, and none. */
export interface Mistake {
  readonly kind: 'mistake'
  /** A sentence's end: `has no reason`. */
  readonly what: string
  readonly hint: string
}

const FORM = `write ${PREFIX}ignore RULE reason="why" until=YYYY-MM-DD (until can be left out)`

const mistake = (what: string, hint = FORM): Mistake => ({ kind: 'mistake', what, hint })

const IDS = /^((?:[^\s,="]+\s*,\s*)*[^\s,="]+)(?=\s|$)/
const OPTION = /^\s+([A-Za-z]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))(?=\s|$)/

/** Reads what stands behind the prefix. `undefined` where that is prose, which may begin with the tool's name as well. */
export const parseDirective = (text: string, known: readonly string[]): Directive | Mistake | undefined => {
  const [, blank = '', keyword = '', rest = ''] = /^(\s*)([\w-]*)(.*)$/s.exec(text) ?? []
  if (blank !== '' && !isKeyword(keyword)) return undefined
  if (keyword !== 'ignore')
    return mistake(`begins with ${PREFIX}${keyword}, which is no instruction`, didYouMean(keyword, ['ignore']) ?? FORM)
  if (blank !== '') return mistake('has a blank behind its colon')
  if (/^\S/.test(rest)) return mistake(`has no blank behind ${PREFIX}ignore`)
  const [, list] = IDS.exec(rest.trim()) ?? []
  if (list === undefined) return mistake('does not begin with the ids of rules, with commas between')
  const rules = [...new Set(list.split(',').map((id) => id.trim()))]
  const unknown = rules.find((id) => !known.includes(id))
  if (unknown !== undefined) return mistake(`names ${unknown}, which is no rule`, didYouMean(unknown, known))
  return withOptions(rules, rest.trim().slice(list.length))
}

/** What other linters' words are, and what one mistypes. */
const isKeyword = (word: string): boolean =>
  /^(?:ignore|disable|enable|suppress|skip|exempt|allow)(?:-|$)/i.test(word) ||
  (word.length > 3 && nearestName(word, ['ignore']) !== undefined)

const withOptions = (rules: readonly string[], text: string): Directive | Mistake => {
  const options = new Map<string, string>()
  let rest = text
  for (let match = OPTION.exec(rest); match; match = OPTION.exec(rest)) {
    const [all, name = '', quoted, bare = ''] = match
    if (name !== 'reason' && name !== 'until')
      return mistake(`has an option ${name}`, didYouMean(name, ['reason', 'until']) ?? FORM)
    if (options.has(name)) return mistake(`says ${name} twice`)
    options.set(name, quoted === undefined ? bare : quoted.replace(/\\(["\\])/g, '$1'))
    rest = rest.slice(all.length)
  }
  if (rest.trim() !== '') return leftOver(rest.trim())
  const reason = options.get('reason')?.trim() ?? ''
  const until = options.get('until')
  if (reason === '') return mistake('has no reason')
  if (until !== undefined && !isDay(until)) return mistake(`ends on ${until}, which is no day of the form YYYY-MM-DD`)
  return { kind: 'ignore', rules, reason, ...(until !== undefined && { until }) }
}

const leftOver = (rest: string): Mistake => {
  if (/^(?:reason|until)=(?:\s|$)/.test(rest))
    return mistake(`has nothing behind ${rest.slice(0, rest.indexOf('=') + 1)}`)
  if (/^[A-Za-z]+="(?:[^"\\]|\\.)*$/.test(rest)) return mistake('has a quotation mark that is never closed')
  return mistake(`has something in it that means nothing: ${rest}`)
}
