import { countsOf, type Finding, type Summary, type SuppressedFinding } from '../finding.js'
import type { PlanDocument } from '../plan/index.js'
import type { Report, Stats } from '../report/report.js'
import type { Rule } from '../rule.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { FileSystem, RandomAccess } from '../source/file-system.js'
import { placesIn } from '../source/repository.js'
import { type Discovery, discover, loadRootModule, undeclaredVariables } from '../terraform/load/index.js'
import { withBaseline } from './baseline.js'
import { asked, type Found } from './found.js'
import { maskedArguments, shownSources } from './masked.js'
import type { LintOptions } from './options.js'
import { byPlace, compare, placeOf } from './order.js'
import { planRoot } from './plan-roots.js'
import { findingsIn, joinRoots, type Root, type RootDescription } from './root.js'
import { selectRules } from './selection.js'
import { commentedValues, isSpokenFor } from './spoken-for.js'
import { heldDocument, inputDirectory, looksLikeConfiguration } from './standard-input.js'
import type { Judged, Reported, SuppressOptions } from './suppress.js'
import { type RunContext, surroundings } from './surroundings.js'
import { loadYaml } from './yaml.js'

/** Reads what the paths lead to and judges it by the rules. Rejects only with a UserError, or for a bug. */
export const lintWith = async (rules: readonly Rule[], options: LintOptions): Promise<Report> => {
  const selected = selectRules(rules, options)
  const clock = stopwatch()
  const run: Run = {
    context: { ...options, yaml: { isWanted: false, read: undefined } },
    options,
    descriptions: [],
    discoveries: [],
    documents: [],
    diagnostics: [],
    deployed: 0,
    plans: 0,
    taken: new Set(),
  }

  const discovery = await discover(
    options.paths.filter((path) => path !== '-'),
    options.fileSystem,
    { modules: options.modules ?? [] },
  )
  clock.lap('read')
  for (const path of discovery.documents) await addPlan(run, path, () => options.fileSystem.open(path))
  if (options.paths.includes('-')) await addStandardInput(run)
  await addSources(run, discovery, options.fileSystem)
  clock.lap('load')
  const judge = (): Judged => {
    const roots = joinRoots(run.descriptions)
    clock.lap('join')
    const found = distinct(roots.flatMap((root) => findingsIn(root, selected)))
    clock.lap('check')
    return { roots, found }
  }
  let judged = judge()
  const { yaml } = run.context
  if (yaml.isWanted) {
    // Only now is it known that it is of use, and it can only be loaded asynchronously: everything is judged once more.
    yaml.read = await loadYaml()
    judged = judge()
  }
  const { roots } = judged
  const { findings, suppressed, about } = await reported(judged, {
    ...options,
    rules,
    selected,
    files: [...run.discoveries.flatMap(({ reader }) => [...reader.parsedFiles()]), ...commentedValues(roots)],
  })

  const summary = summarise(roots, findings, suppressed)
  const diagnostics = (): readonly Diagnostic[] =>
    distinctDiagnostics([
      ...run.documents.flatMap((plan) => plan.diagnostics),
      ...run.diagnostics,
      ...run.discoveries.flatMap((one) => one.diagnostics),
    ])
  const modules = run.descriptions.map(({ module }) => module.module)
  const masked = maskedArguments(modules, shownSources(findings, diagnostics()))
  const drawn = options.graphs ? await drawnGraphs(roots, findings) : undefined
  for (const plan of run.documents) plan.close()

  const report: Report = {
    findings,
    suppressed,
    // Something may have come up while the rest was read.
    diagnostics: diagnostics(),
    summary,
    graphs: [],
    masked,
    rules: [...selected.map(({ metadata }) => metadata), ...about].sort((a, b) => compare(a.id, b.id)),
    severities: new Map(
      [...(options.severities ?? [])].flatMap(([id, severity]) => (severity === 'off' ? [] : [[id, severity]])),
    ),
    stats: {
      ...counted(run),
      rootModules: roots.length - run.plans - run.deployed,
      plans: run.plans,
      ...(run.deployed > 0 && { deployed: run.deployed }),
      absentCalls: roots.flatMap(({ view }) => view.absentCalls).filter(({ isInstallable }) => isInstallable).length,
      stages: clock.laps,
    },
  }
  const left = options.baseline ? withBaseline(report, options.baseline, whole(run)) : report
  return drawn ? { ...left, graphs: drawn.marked(left.findings) } : left
}

/** The root modules that are judged whole: what is missing there is mended. */
const whole = ({ descriptions }: Run): ReadonlySet<string> =>
  new Set(descriptions.filter(({ onlyFiles, deployed }) => !onlyFiles && !deployed).map(({ place }) => place()))

/** Drawn while the plans are open, and marked as soon as it is settled what is reported. */
const drawnGraphs = async (roots: readonly Root[], found: readonly Finding[]) => {
  const { graphsOf, marked } = await import('./graphs.js') // most runs draw none
  const graphs = graphsOf(roots, found)
  return { marked: (findings: readonly Finding[]) => marked(graphs, findings) }
}

const reported = async (judged: Judged, options: SuppressOptions): Promise<Reported> => {
  if (isSpokenFor(options.files) || options.exemptions?.length)
    return (await import('./suppress.js')).suppress(judged, options)
  const findings = asked(judged.found).map(({ finding }) => finding)
  return { findings: findings.sort(byPlace), suppressed: [], about: [] }
}

interface Run {
  readonly context: RunContext
  readonly options: LintOptions
  readonly descriptions: RootDescription[]
  readonly discoveries: Discovery[]
  readonly documents: PlanDocument[]
  readonly diagnostics: Diagnostic[]
  /** Directories of source that a plan speaks for. */
  readonly taken: Set<string>
  plans: number
  deployed: number
}

const addPlan = async (run: Run, path: string, open: () => RandomAccess): Promise<void> => {
  let access: RandomAccess
  try {
    access = open()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    run.diagnostics.push({ severity: 'error', file: path, message: `${path} cannot be read: ${error.message}` })
    return
  }
  const { root, plan, diagnostics, directory, discovery } = await planRoot(
    run.context,
    path,
    access,
    run.options.source,
  )
  run.diagnostics.push(...diagnostics)
  run.documents.push(plan)
  if (discovery) run.discoveries.push(discovery)
  if (directory !== undefined) run.taken.add(directory)
  if (!root) return
  if (root.deployed) run.deployed += 1
  else run.plans += 1
  run.descriptions.push(root)
}

const addStandardInput = async (run: Run): Promise<void> => {
  const bytes = (await run.options.standardInput?.()) ?? new Uint8Array()
  if (looksLikeConfiguration(bytes)) {
    const directory = inputDirectory(bytes, run.options.fileSystem)
    await addSources(run, await discover(['.'], directory), directory)
  } else await addPlan(run, '-', () => heldDocument(bytes))
}

const addSources = async (run: Run, discovery: Discovery, fileSystem: FileSystem): Promise<void> => {
  run.discoveries.push(discovery)
  // Standard input stands in the working directory, whatever else there is hidden from it.
  const placeOf = placesIn(run.options.fileSystem)
  const outside = { environment: run.options.environment, options: run.options.variables }
  const loaded = discovery.rootModules
    .filter(({ path }) => !run.taken.has(path))
    .map((root) => ({ root, module: loadRootModule(root.path, discovery.reader, outside) }))
  for (const { root, module } of loaded) {
    run.diagnostics.push(...module.diagnostics)
    run.descriptions.push({
      name: root.path,
      place: () => placeOf(root.path),
      module,
      surroundings: surroundings({ ...run.context, fileSystem }, root.path, discovery.scannedTree),
      ...(root.onlyFiles && !run.options.wholeModules && { onlyFiles: root.onlyFiles }),
    })
  }
  run.diagnostics.push(...undeclaredVariables(loaded.map(({ module }) => module)))
}

const counted = ({ discoveries }: Run): Pick<Stats, 'filesRead' | 'bytesRead' | 'filesParsed'> => {
  const sum = (count: (discovery: Discovery) => number): number =>
    discoveries.reduce((total, one) => total + count(one), 0)
  return {
    filesRead: sum(({ reader }) => reader.survey.filesRead),
    bytesRead: sum(({ reader }) => reader.survey.bytesRead),
    filesParsed: sum(({ reader }) => reader.filesParsed),
  }
}

const summarise = (
  roots: readonly Root[],
  findings: readonly Finding[],
  suppressed: readonly SuppressedFinding[],
): Summary => {
  const clusters = roots.flatMap(({ view }) => [...view.clusters, ...view.moduleClusters])
  const aurora = clusters.filter(({ isAurora }) => isAurora.verdict !== 'no')
  return {
    clusters: clusters.length,
    auroraClusters: aurora.length,
    streamed: aurora.filter(({ isStreamed }) => isStreamed.verdict === 'yes').length,
    undecided: aurora.filter(
      ({ isStreamed, isAurora }) =>
        isStreamed.verdict !== 'yes' && (isStreamed.verdict === 'undecided' || isAurora.verdict === 'undecided'),
    ).length,
    ...countsOf(findings),
    suppressed: suppressed.length,
  }
}

/** A module that two root modules call is judged in each; what is wrong in it is one finding where all of it is the same. */
const distinct = (found: readonly Found[]): readonly Found[] => {
  const seen = new Set<string>()
  return found.filter(({ finding }) => {
    const id = [finding.rule, finding.rootModule, finding.address, finding.path, ...placeOf(finding)].join('\0')
    return !seen.has(id) && seen.add(id)
  })
}

const distinctDiagnostics = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const seen = new Set<string>()
  return diagnostics.filter(({ message, file, source, span }) => {
    const id = [message, file ?? source?.path, span?.start].join('\0')
    return !seen.has(id) && seen.add(id)
  })
}

const stopwatch = () => {
  const laps: { name: string; milliseconds: number }[] = []
  let last = Date.now()
  return {
    laps,
    lap: (name: string): void => {
      const now = Date.now()
      laps.push({ name, milliseconds: now - last })
      last = now
    },
  }
}
