import { type FunctionTable, notEvaluated, pure, Refusal } from './definition.js'

/** A point in time, and the offset from UTC (in minutes) that it was written with. */
interface Timestamp {
  /** In nanoseconds since 1970, UTC. */
  readonly instant: bigint
  readonly offset: number
}

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/

const parseTimestamp = (text: string): Timestamp => {
  const match = RFC_3339.exec(text)
  if (match === null) throw new Refusal('not an RFC 3339 timestamp')
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  const offset = (match[8] === '-' ? -1 : 1) * (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0))
  const valid = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  if (!valid || Number(match[9] ?? 0) > 23 || Number(match[10] ?? 0) > 59) throw new Refusal('no such date or time')
  const fraction = BigInt((match[7] ?? '').padEnd(9, '0').slice(0, 9))
  const instant = BigInt(date.getTime() - offset * 60_000) * 1_000_000n + fraction
  return { instant, offset }
}

/** The date whose UTC fields are the local ones. */
const local = ({ instant, offset }: Timestamp): Date => {
  const nanoseconds = instant < 0n ? instant - 999_999n : instant
  return new Date(Number(nanoseconds / 1_000_000n) + offset * 60_000)
}

const two = (value: number): string => String(value).padStart(2, '0')

const zoneText = ({ offset }: Timestamp, separator: string): string => {
  const minutes = Math.abs(offset)
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`
}

const printTimestamp = (timestamp: Timestamp): string =>
  local(timestamp).toISOString().slice(0, 19) + (timestamp.offset === 0 ? 'Z' : zoneText(timestamp, ':'))

const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
])

/** In nanoseconds. */
const parseDuration = (text: string): bigint => {
  const signed = /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+|0)$/.exec(text)
  if (signed === null) throw new Refusal('not a duration, such as 1h30m')
  let total = 0n
  for (const [, whole = '', fraction = '', unit = ''] of (signed[2] ?? '').matchAll(
    /(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)/g,
  )) {
    const size = UNITS.get(unit) ?? 0n
    total += BigInt(whole || '0') * size + (BigInt(fraction || '0') * size) / 10n ** BigInt(fraction.length)
  }
  return signed[1] === '-' ? -total : total
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const formatDate = (format: string, text: string): string => {
  const timestamp = parseTimestamp(text)
  const date = local(timestamp)
  return format.replace(/'((?:[^']|'')*)'|([a-zA-Z])\2*|'/g, (token, literal: string | undefined) => {
    if (literal !== undefined) return literal === '' ? "'" : literal.replaceAll("''", "'")
    const field = FIELDS.get(token)
    if (field === undefined) throw new Refusal(`the format has no ${token}`)
    return field(date, timestamp)
  })
}

type Field = (date: Date, timestamp: Timestamp) => string

const twelve = (date: Date): number => date.getUTCHours() % 12 || 12

const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['YYYY', (date) => String(date.getUTCFullYear()).padStart(4, '0')],
  ['YY', (date) => two(date.getUTCFullYear() % 100)],
  ['MMMM', (date) => MONTHS[date.getUTCMonth()] ?? ''],
  ['MMM', (date) => (MONTHS[date.getUTCMonth()] ?? '').slice(0, 3)],
  ['MM', (date) => two(date.getUTCMonth() + 1)],
  ['M', (date) => String(date.getUTCMonth() + 1)],
  ['DD', (date) => two(date.getUTCDate())],
  ['D', (date) => String(date.getUTCDate())],
  ['EEEE', (date) => DAYS[date.getUTCDay()] ?? ''],
  ['EEE', (date) => (DAYS[date.getUTCDay()] ?? '').slice(0, 3)],
  ['hh', (date) => two(date.getUTCHours())],
  ['h', (date) => String(date.getUTCHours())],
  ['HH', (date) => two(twelve(date))],
  ['H', (date) => String(twelve(date))],
  ['AA', (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM')],
  ['aa', (date) => (date.getUTCHours() < 12 ? 'am' : 'pm')],
  ['mm', (date) => two(date.getUTCMinutes())],
  ['m', (date) => String(date.getUTCMinutes())],
  ['ss', (date) => two(date.getUTCSeconds())],
  ['s', (date) => String(date.getUTCSeconds())],
  ['ZZZZZ', (_, timestamp) => zoneText(timestamp, ':')],
  ['ZZZZ', (_, timestamp) => zoneText(timestamp, '')],
  ['ZZZ', (_, timestamp) => (timestamp.offset === 0 ? 'UTC' : zoneText(timestamp, ''))],
  ['Z', (_, timestamp) => (timestamp.offset === 0 ? 'Z' : zoneText(timestamp, ':'))],
])

export const dates: FunctionTable = {
  formatdate: pure(['string', 'string'], formatDate),
  plantimestamp: notEvaluated(0, 0),
  timeadd: pure(['string', 'string'], (text, duration) => {
    const timestamp = parseTimestamp(text)
    return printTimestamp({ ...timestamp, instant: timestamp.instant + parseDuration(duration) })
  }),
  timecmp: pure(['string', 'string'], (left, right) => {
    const difference = parseTimestamp(left).instant - parseTimestamp(right).instant
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }),
  timestamp: notEvaluated(0, 0),
}
