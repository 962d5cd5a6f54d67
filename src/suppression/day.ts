/** Days are compared as text: `YYYY-MM-DD` sorts as the calendar does. */
export const isDay = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(`${text}T00:00:00Z`)
  // 30 February becomes 2 March.
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day)
}

/** The last day still counts. Without a day to compare with, nothing ends. */
export const hasEnded = (until: string | undefined, today: string | undefined): until is string =>
  until !== undefined && today !== undefined && today > until
