import type { LintOptions } from '../../src/lint/options.js'
import { lint } from '../../src/program.js'
import type { Report } from '../../src/report/report.js'
import { memoryFileSystem, type Planted } from '../terraform/load/memory-file-system.js'

/** Lints files in memory, the working directory by default. */
export const lintFiles = (
  files: Readonly<Record<string, Planted>>,
  options: Partial<LintOptions> = {},
): Promise<Report> =>
  lint({ paths: ['.'], fileSystem: memoryFileSystem(files), environment: new Map(), variables: [], ...options })

/** `rule verdict address`, in the report's order. */
export const verdicts = ({ findings }: Report): readonly string[] =>
  findings.map(({ rule, verdict, address }) => `${rule} ${verdict} ${address}`)
