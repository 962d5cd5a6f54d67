/**
 * Compares src/aurora/eligibility/eligibility.json with what AWS says of the instances that can be ordered:
 *
 *     aws rds describe-orderable-db-instance-options --engine aurora-mysql --region eu-west-1 > aurora-mysql.json
 *     node .ci/eligibility.mjs aurora-mysql.json
 *
 * Takes any number of such files, of both engines and of several regions, and prints what the table says otherwise, a line
 * each. Changes nothing: the table is written by hand, with the date that it is true for.
 */
import { readFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}src/aurora/eligibility/`
const table = JSON.parse(readFileSync(`${folder}eligibility.json`, 'utf8'))

/** What the rules themselves ask the table. */
const judges = async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './engine-version.ts'\nexport * from './region.ts'`,
      resolveDir: folder,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    write: false,
  })
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
}

const { isUnsupportedVersion, isUnsupportedRegion } = await judges()

const grouped = (options, nameOf) => {
  const groups = new Map()
  for (const option of options) {
    const name = nameOf(option)
    groups.set(name, [...(groups.get(name) ?? []), option])
  }
  return [...groups].sort(([left], [right]) => left.localeCompare(right, 'en', { numeric: true }))
}

const canStream = ({ SupportedActivityStreamModes: modes = [] }) => modes.length > 0

/** Of its first zone: `us-east-1a`. */
const regionOf = ({ AvailabilityZones: zones = [] }) => /^(.*\d)[a-z]$/.exec(zones[0]?.Name ?? '')?.[1] ?? ''

const familyOf = ({ DBInstanceClass: name }) => /^db\.(\w+)/.exec(name)?.[1] ?? name

/** What the table says otherwise than AWS, a line each; `options` are `OrderableDBInstanceOptions`. */
export const differences = (options) => {
  const known = options.filter(({ Engine: engine }) => engine in table.versions.engines)
  const regions = grouped(known, regionOf).filter(([region]) => region !== '')
  const without = new Set(regions.filter(([, all]) => !all.some(canStream)).map(([region]) => region))
  const judged = known.filter((option) => !without.has(regionOf(option)))
  return [
    ...regions.flatMap(([region]) => {
      if (without.has(region) === isUnsupportedRegion(region)) return []
      return [`region ${region}: AWS offers ${without.has(region) ? 'no streams' : 'streams'} there`]
    }),
    ...grouped(judged, ({ Engine: engine }) => engine).flatMap(([engine, all]) => [
      ...versionDifferences(engine, all),
      ...classDifferences(engine, all),
      ...modeDifferences(engine, all),
    ]),
  ]
}

const versionDifferences = (engine, options) =>
  grouped(options, ({ EngineVersion: version }) => version).flatMap(([version, all]) => {
    if (all.some(canStream) === !isUnsupportedVersion(engine, version)) return []
    return [`${engine} ${version}: AWS says that it ${all.some(canStream) ? 'can' : 'cannot'} stream`]
  })

const classDifferences = (engine, options) => {
  const { engines, unsupported } = table.instanceClasses
  const { supported, unlisted } = engines[engine]
  // Of a version without streams no class can stream.
  const versions = new Set(options.filter(canStream).map(({ EngineVersion: version }) => version))
  const judged = options.filter(({ EngineVersion: version }) => versions.has(version))
  return grouped(judged, familyOf).flatMap(([family, all]) => {
    const isListed = all.some(canStream) ? supported.includes(family) : [...unlisted, ...unsupported].includes(family)
    return isListed ? [] : [`${engine} db.${family}: AWS says that it ${all.some(canStream) ? 'can' : 'cannot'} stream`]
  })
}

const modeDifferences = (engine, options) => {
  const modes = [...new Set(options.flatMap(({ SupportedActivityStreamModes: each = [] }) => each))].sort()
  const stated = [...table.modes.engines[engine]].sort()
  return modes.join() === stated.join() ? [] : [`${engine}: AWS says that its modes are ${modes.join(', ') || 'none'}`]
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const options = argv.slice(2).flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).OrderableDBInstanceOptions)
  const found = differences(options)
  console.log(
    found.length > 0 ? found.join('\n') : `the table agrees with ${options.length} instances that can be ordered`,
  )
  process.exitCode = found.length > 0 ? 1 : 0
}
