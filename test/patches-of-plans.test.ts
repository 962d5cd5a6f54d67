/**
 * From a plan beside its source the patches are those of the source; from a plan alone there is nothing to edit, and what is to be
 * written is shown.
 */
import { describe, expect, test } from 'vitest'
import type { Report } from '../src/report/report.js'
import { lintFiles } from './lint/in-memory.js'
import { given } from './mended.js'
import { type Files, identity, signature } from './patched.js'

const PLAN = 'plan.json'

const lintPlan = (files: Files): Promise<Report> => lintFiles(files, { paths: [PLAN] })

const planned = given.flatMap(([group, cases]) =>
  cases
    .filter(({ files }) => files[PLAN])
    .map(({ name, files }) => ({ name: `${group}/${name}`, files, plan: files[PLAN] ?? new Uint8Array() })),
)

describe('beside its source', () => {
  test.each(planned)('$name', async ({ files }) => {
    const bySource = new Map((await lintFiles(files)).findings.map((finding) => [identity(finding), finding.fix]))
    for (const finding of (await lintPlan(files)).findings) {
      if (!bySource.has(identity(finding))) continue
      const { fix } = finding
      const same = bySource.get(identity(finding))
      expect(fix && signature(fix.edits), identity(finding)).toBe(same && signature(same.edits))
      // Only the plan knows what exists already.
      if (fix?.safety === 'safe') expect(same?.safety).toBe('safe')
    }
  })
})

describe('alone', () => {
  test.each(planned)('$name', async ({ plan }) => {
    for (const finding of (await lintPlan({ [PLAN]: plan })).findings) {
      const { fix } = finding
      if (!fix) continue
      expect(fix.edits, identity(finding)).toEqual([])
      expect(fix.snippet, `${identity(finding)}: ${fix.title}`).toMatch(/\S/)
    }
  })
})
