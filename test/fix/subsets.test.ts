/** The patches that the rules give for generated configurations. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combine } from '../../src/fix/combine.js'
import { mend } from '../../src/fix/index.js'
import { keyOf, patchesOf } from '../../src/fix/patch.js'
import { Standing } from '../../src/fix/standing.js'
import { lint } from '../../src/program.js'
import { SourceFile } from '../../src/source/source-file.js'
import { parseConfiguration } from '../../src/terraform/load/parse.js'
import { memoryFileSystem } from '../terraform/load/memory-file-system.js'

const cluster = fc.record({
  engine: fc.constantFrom('aurora-postgresql', 'aurora-mysql'),
  version: fc.constantFrom('15.4', '10.4', '8.0.mysql_aurora.3.05.2', '5.7.mysql_aurora.2.10.5'),
  database: fc.constantFrom('orders', '[db-name]'),
  zones: fc.constantFrom('', '  availability_zones = ["eu-west-1a", "eu-west-1b"] # two\n'),
  class: fc.constantFrom('db.r6g.large', 'db.m5d.large', 'db.t3.medium'),
  instances: fc.nat(2),
  stream: fc.option(
    fc.record({
      target: fc.constantFrom('aws_rds_cluster.NAME.arn', '"aws_rds_cluster.NAME.arn"', 'aws_rds_cluster.NAME.id'),
      mode: fc.constantFrom('async', 'sync', 'Async'),
      key: fc.constantFrom('aws_kms_key.audit.key_id', 'aws_kms_key.audit.arn', '"aws_kms_key.audit.arn"'),
      order: fc.constantFrom(
        '',
        '\n  depends_on = [aws_kms_key.audit]\n',
        '\n  depends_on = [\n    aws_kms_key.audit, # first\n  ]\n',
      ),
    }),
  ),
})

type Cluster = typeof cluster extends fc.Arbitrary<infer T> ? T : never

const instance = (name: string, number: number, { engine, class: instanceClass }: Cluster): string => `
resource "aws_rds_cluster_instance" "${name}_${number}" {
  cluster_identifier = aws_rds_cluster.${name}.id
  engine             = "${engine}"
  instance_class     = "${instanceClass}"
}
`

const stream = (name: string, { target, mode, key, order }: NonNullable<Cluster['stream']>): string => `
resource "aws_rds_cluster_activity_stream" "${name}" {
  resource_arn = ${target.replace('NAME', name)}
  mode         = "${mode}"
  kms_key_id   = ${key} # the key
${order}}
`

const text = (given: Cluster, index: number): string => {
  const name = `c${index}`
  const { engine, version, database, zones, instances } = given
  return [
    `resource "aws_rds_cluster" "${name}" {
  cluster_identifier = "${name}"
  engine             = "${engine}"
  engine_version     = "${version}"
  database_name      = "${database}"
${zones}}
`,
    ...Array.from({ length: instances }, (_, number) => instance(name, number, given)),
    given.stream ? stream(name, given.stream) : '',
  ].join('')
}

const key = 'resource "aws_kms_key" "audit" {\n  enable_key_rotation = true\n}\n'

const configuration = fc
  .record({
    clusters: fc.array(cluster, { minLength: 1, maxLength: 4 }),
    isSplit: fc.boolean(),
    isCrLf: fc.boolean(),
    isOpen: fc.boolean(),
  })
  .map(({ clusters, isSplit, isCrLf, isOpen }) => {
    const texts = clusters.map(text)
    const files = isSplit
      ? Object.fromEntries([['key.tf', key], ...texts.map((each, index) => [`c${index}.tf`, each] as const)])
      : { 'main.tf': [key, ...texts].join('\n') }
    return Object.fromEntries(
      Object.entries(files).map(([path, written]) => {
        const closed = isOpen ? written.replace(/\n$/, '') : written
        return [path, isCrLf ? closed.replaceAll('\n', '\r\n') : closed]
      }),
    )
  })

const optionsFor = (files: Readonly<Record<string, string>>) => ({
  paths: ['.'],
  fileSystem: memoryFileSystem(files),
  environment: new Map(),
  variables: [],
})
const lintFiles = (files: Readonly<Record<string, string>>) => lint(optionsFor(files))

test('the order of any of them does not matter, they do what they say, and nothing else', async () => {
  let several = 0
  await fc.assert(
    fc.asyncProperty(configuration, fc.infiniteStream(fc.nat(1_000_000)), async (files, chance) => {
      const all = patchesOf((await lintFiles(files)).findings, 'unsafe')
      const drawn = () => chance.next().value ?? 0
      const some = all.filter(() => drawn() % 3 > 0)
      const shuffled = some.map((patch) => ({ patch, at: drawn() })).sort((a, b) => a.at - b.at)
      const combined = combine(some, (path) => path)
      const again = combine(
        shuffled.map(({ patch }) => patch),
        (path) => path,
      )
      expect(again.files.map(({ source, text }) => [source.path, text]).sort()).toEqual(
        combined.files.map(({ source, text }) => [source.path, text]).sort(),
      )
      if (combined.made.length > 1) several += 1

      const after = { ...files }
      for (const { source, edits, text: written } of combined.files) {
        after[source.path] = written
        // What stands between the edits is there as it was, in that order.
        let [from, to] = [0, 0]
        for (const { span, text: by } of edits) {
          const kept = source.text.slice(from, span.start)
          expect(written.slice(to, to + kept.length + by.length)).toBe(kept + by)
          from = span.end
          to += kept.length + by.length
        }
        expect(written.slice(to)).toBe(source.text.slice(from))
        expect(parseConfiguration(new SourceFile(source.path, written), 'native').diagnostics).toEqual([])
      }
      const left = new Set((await lintFiles(after)).findings.map(keyOf))
      for (const { findings } of combined.made)
        for (const finding of findings) expect(left).not.toContain(keyOf(finding))
    }),
    { seed: 5, numRuns: 150 },
  )
  expect(several).toBeGreaterThan(50)
})

test.each(['safe', 'unsafe'] as const)('all that are %s leave nothing new, and nothing to do', async (safety) => {
  await fc.assert(
    fc.asyncProperty(configuration, async (files) => {
      const { changes, before, after, left } = await mend(lint, { ...optionsFor(files), safety })
      expect(new Standing(before).newViolations(after)).toEqual([])
      expect(patchesOf(after.findings, safety).flatMap(({ findings }) => findings)).toEqual(
        left.map(({ finding }) => finding),
      )
      const mended = { ...files, ...Object.fromEntries(changes.map((change) => [change.path, change.after])) }
      expect((await mend(lint, { ...optionsFor(mended), safety })).changes).toEqual([])
    }),
    { seed: 5, numRuns: 100 },
  )
})
