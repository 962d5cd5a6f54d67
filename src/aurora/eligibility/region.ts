import table from './eligibility.json' with { type: 'json' }

const { unsupported, date } = table.regions
const regions: ReadonlySet<string> = new Set(unsupported)

/** Whether AWS offers no streams there; false for a region that the table does not know. */
export const isUnsupportedRegion = (region: string): boolean => regions.has(region)

/** When that was so: `2026-11-22`. */
export const regionsDate = date
