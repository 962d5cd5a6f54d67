/**
 * What the tools are run on: seeded mistakes, each as a pair of directories that differ in the one mistake alone. A tool
 * reports a mistake if mending it makes one of the tool's findings go: that needs no opinion on what a finding means.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ruleMetadata } from '../../.ci/rules.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The name of the set of the rules' own samples. */
export const RULES = 'rules'

/** Configurations with several mistakes: each is mended alone, the others stay. `wrong` stands in the file exactly once. */
export const sets = [
  {
    name: 'fixtures/sample',
    title: 'the [bundled sample](fixtures/sample/main.tf)',
    mistakes: [
      mistake('unsupported-engine-version', '"5.7.mysql_aurora.2.10.5"', '"5.7.mysql_aurora.2.11.2"'),
      mistake('availability-zones-force-replacement', 'in ["a", "b"]', 'in ["a", "b", "c"]'),
      mistake('invalid-database-identifier', '= "[db-name]"', '= "orders"', 'database_name'),
      mistake('invalid-database-identifier', '= "[db-user]"', '= "orders_admin"', 'master_username'),
      mistake('unsupported-instance-class', '"db.m5d.large"', '"db.r6g.large"'),
      mistake('invalid-kms-key-id', '"aws_kms_key.database-audit.arn"', 'aws_kms_key.database-audit.key_id'),
    ],
  },
  {
    name: 'test/compare/guide',
    title: 'a sample [as guides print them](test/compare/guide/main.tf)',
    mistakes: [
      mistake('unsupported-engine-version', '"5.7.mysql_aurora.2.09.2"', '"5.7.mysql_aurora.2.11.2"'),
      mistake('availability-zones-force-replacement', '"eu-west-1b"]', '"eu-west-1b", "eu-west-1c"]'),
      mistake('invalid-database-identifier', '= "<database>"', '= "ledger"', 'database_name'),
      mistake('invalid-database-identifier', '= "<user>"', '= "ledger_admin"', 'master_username'),
      mistake('unsupported-instance-class', '"db.m6g.large"', '"db.r6g.large"'),
      mistake('invalid-kms-key-id', '"aws_kms_key.stream-key.arn"', 'aws_kms_key.stream-key.key_id'),
    ],
  },
]

function mistake(rule, wrong, right, argument) {
  return { rule, name: argument ? `${rule} (${argument})` : rule, wrong, right }
}

/** A text with one mistake mended. */
const mended = (text, { wrong, right }) => {
  const parts = text.split(wrong)
  if (parts.length !== 2) throw new Error(`${wrong} stands ${parts.length - 1} times in the sample`)
  return parts.join(right)
}

/** The sample under a heading of a rule's page. */
const pageSample = (id, heading) => {
  const page = readFileSync(`${root}rules/${id}/README.md`, 'utf8')
  const found = new RegExp(`^## ${heading}\\n+\`\`\`hcl\\n(.*?)\`\`\``, 'ms').exec(page)?.[1]
  if (found === undefined) throw new Error(`${id} has no sample under ${heading}`)
  return found
}

/**
 * Writes the samples below the workspace. Each is `{ set, name, rule, wrong, mended, planned }`: `wrong` and `mended` are
 * directories with a `main.tf`, and, where `planned`, with the plan by Terraform as `plan.json`, which a tool gets that
 * reads plans.
 */
export const writeSamples = (workspace) => [
  ...sets.flatMap(({ name: set, mistakes }, index) => {
    const text = readFileSync(`${root}${set}/main.tf`, 'utf8')
    const wrong = written(`${workspace}/${index}/as-it-is`, text)
    return mistakes.map((each, number) => ({
      set,
      name: each.name,
      rule: each.rule,
      wrong,
      mended: written(`${workspace}/${index}/mended-${number}`, mended(text, each)),
      planned: false,
    }))
  }),
  ...ruleMetadata().map(({ id: rule, planOnly: planned }) => {
    const [wrong, right] = ['Avoid', 'Prefer'].map((heading) => {
      const directory = `${workspace}/${RULES}/${rule}-${heading.toLowerCase()}`
      if (!planned) return written(directory, pageSample(rule, heading))
      cpSync(`${root}fixtures/rules/${rule}/${heading.toLowerCase()}`, directory, { recursive: true })
      return directory
    })
    return { set: RULES, name: rule, rule, wrong, mended: right, planned }
  }),
]

/** Writes the samples of several mistakes with all of them mended: `{ set, directory }`. */
export const writeMended = (workspace) =>
  sets.map(({ name: set, mistakes }, index) => ({
    set,
    directory: written(
      `${workspace}/${index}/mended`,
      mistakes.reduce(mended, readFileSync(`${root}${set}/main.tf`, 'utf8')),
    ),
  }))

const written = (directory, text) => {
  mkdirSync(directory, { recursive: true })
  writeFileSync(`${directory}/main.tf`, text)
  return directory
}
