import type { Report } from '../report/report.js'
import type { ReportOptions } from '../report/reporter.js'
import type { LintArguments } from './arguments.js'
import type { Io, Sink } from './io.js'

/** A step of a GitHub workflow: the runner reads both streams, and takes some lines for commands. */
export interface GithubJob {
  /** Where what is for people quotes what is no command of ours. */
  readonly io: Io
  /** Adds annotations to a report for people that nobody chose the format of; on stderr, so that a redirected stdout is the report alone. */
  readonly annotate: (report: Report, options: Pick<ReportOptions, 'repositoryPath' | 'quiet'>) => Promise<void>
}

export const githubJob = async ({ format, isFormatGiven }: LintArguments, io: Io): Promise<GithubJob | undefined> => {
  if (io.environment.get('GITHUB_ACTIONS') !== 'true') return undefined
  const { annotationLines, withoutCommands } = await import('../report/services.js')
  const harmless = (sink: Sink): Sink => ({
    write: (text) => sink.write(withoutCommands(text)),
    // A stream is opened by who asks.
    get isTerminal() {
      return sink.isTerminal
    },
    get columns() {
      return sink.columns
    },
  })
  return {
    io: { ...io, stderr: harmless(io.stderr), ...(format === 'text' && { stdout: harmless(io.stdout) }) },
    annotate: async (report, options) => {
      const lines = isFormatGiven ? '' : annotationLines(report, options)
      if (lines !== '') await io.stderr.write(lines)
    },
  }
}
