import type { Report } from '../report/report.js'
import type { ReportOptions } from '../report/reporter.js'
import type { Job } from './tell.js'

export const writeSummary = async (
  _job: Job,
  _report: Report,
  _options: ReportOptions,
  _shown: string | undefined,
): Promise<boolean> => false
