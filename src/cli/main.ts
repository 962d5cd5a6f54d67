import { version } from '../project.js'
import { UserError } from '../source/diagnostic.js'
import { parseArguments, type RulesArguments } from './arguments.js'
import { BUG, stackOf } from './bug.js'
import { usesColor } from './color.js'
import { columnsOf } from './columns.js'
import type { Engine } from './engine.js'
import type { ExitCode } from './exit-code.js'
import { explanation } from './explain.js'
import type { Io } from './io.js'
import { lintAndReport } from './lint-and-report.js'
import { tellMistake } from './telling.js'

/** The whole command: reads `argv` (without node and script), does what it says, reports. Never throws. */
export const main = async (argv: readonly string[], io: Io, engine: Engine): Promise<ExitCode> => {
  try {
    return await run(argv, io, engine)
  } catch (error) {
    if (error instanceof UserError) {
      await tellMistake(error, io)
      return 2
    }
    await io.stderr.write(`${stackOf(error)}\n\n${BUG}\n`)
    return 3
  }
}

const run = async (argv: readonly string[], io: Io, engine: Engine): Promise<ExitCode> => {
  const given = await parseArguments(argv, columnsOf(io.stdout))
  switch (given.kind) {
    case 'help':
      await io.stdout.write(given.text)
      return 0
    case 'version':
      await io.stdout.write(`${version}\n`)
      return 0
    case 'lint':
      return lintAndReport(given, io, engine)
    case 'rules':
      await io.stdout.write(await ruleList(given, engine.rules, io))
      return 0
    case 'explain':
      await io.stdout.write(
        await explanation(given.ids, engine, {
          color: usesColor(given.color, io.environment, io.stdout),
          columns: columnsOf(io.stdout),
        }),
      )
      return 0
    case 'graph':
      return (await import('./graph.js')).graph(given, io, engine)
    case 'init':
      return (await import('./init/init.js')).init(given, io)
    case 'completion':
      await io.stdout.write(
        (await import('./completion/script.js')).completionScript(given, engine.rules, io.environment),
      )
      return 0
    default:
      return given satisfies never
  }
}

/** Without a terminal, a line is a rule, whatever its length. */
const ruleList = async (
  { format, color }: RulesArguments,
  rules: Engine['rules'],
  { stdout, environment }: Io,
): Promise<string> => {
  const { ruleListJson, ruleListText } = await import('../report/rule-documents.js')
  if (format === 'json') return ruleListJson(rules)
  return ruleListText(rules, {
    color: usesColor(color, environment, stdout),
    columns: stdout.columns === undefined ? Number.POSITIVE_INFINITY : columnsOf(stdout),
  })
}
