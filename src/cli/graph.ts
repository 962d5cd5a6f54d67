import type { GraphReporter } from '../report/graph-documents.js'
import { graphDocuments } from '../report/graph-documents.js'
import { maskedIn } from '../report/redact.js'
import { UserError } from '../source/diagnostic.js'
import type { GraphArguments } from './arguments.js'
import type { Engine } from './engine.js'
import { type ExitCode, exitCode } from './exit-code.js'
import type { Io } from './io.js'
import { linted } from './linted.js'
import type { GraphFormat } from './options.js'
import { tellDiagnostics, tellMistake } from './telling.js'

/** Draws what surrounds the Aurora clusters. What was found is shown in it, and changes nothing about the exit code. */
export const graph = async (given: GraphArguments, io: Io, engine: Engine): Promise<ExitCode> => {
  const result = await linted(given.lint, io, engine, { graphs: true })
  if (result.kind === 'wrong') {
    await tellDiagnostics(result.diagnostics, { isOwn: true }, given.lint, io)
    return 2
  }
  const { judged } = result.outcome
  await tellDiagnostics(judged.diagnostics, { masked: maskedIn(judged) }, given.lint, io)
  await io.stdout.write((await reporterOf(given.format))(judged.graphs))
  let code = exitCode(judged, result.exit)
  for (const { format, path } of given.outputs) {
    const text = (await reporterOf(format))(judged.graphs)
    try {
      io.writeFile(path, text)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      await tellMistake(error, io)
      code = 2
    }
  }
  return code
}

const reporterOf = async (format: GraphFormat): Promise<GraphReporter> =>
  format === 'svg' ? (await import('../report/graph-svg.js')).graphSvg : graphDocuments[format]
