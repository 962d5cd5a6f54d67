// The package from an ES module: the sample has findings, one with a patch, and their reports and pages are at hand.
import { strictEqual } from 'node:assert'
import { lint, mend, pages, reporters, rules } from 'tf-das-lint'

const report = await lint({ paths: ['sample'] })
strictEqual(report.summary.auroraClusters, 1)
strictEqual(JSON.parse(reporters.json(report, {})).findings.length, report.findings.length)
const { mended } = await mend({ paths: ['sample'], safety: 'unsafe' })
strictEqual(mended.length, report.findings.length)
strictEqual((await pages()).size, rules.length)
const broken = await lint({ paths: ['broken'] })
strictEqual(broken.diagnostics.length, 1)
