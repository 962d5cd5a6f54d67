import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { freshSchema, writtenSchema } from '../../.ci/schema.mjs'
import { rules } from '../../src/program.js'
import { unusedSuppression } from '../../src/suppression/index.js'
import { configOf, mistakesIn } from './reading.js'

test('the schema of the config names the rules that there are: node .ci/schema.mjs writes them', () => {
  expect(writtenSchema()).toEqual(freshSchema())
  const reported = [...rules, unusedSuppression]
  expect(freshSchema()).toMatchObject({
    definitions: { rule: { enum: reported.map(({ id }) => id) } },
    properties: {
      rules: {
        properties: Object.fromEntries(
          reported.map(({ id, title, severity }) => [id, { description: `Finds ${title}.`, default: severity }]),
        ),
      },
    },
  })
})

test('the README shows a config that is one', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const sample = /^## Config$.*?^```yaml\n(.*?)^```/ms.exec(readme)?.[1] ?? ''
  expect(await mistakesIn('.tf-das-lint.yaml', sample)).toEqual([])
  const { severities, exemptions, failOn, strict, baselineFile } = await configOf('.tf-das-lint.yaml', sample)
  expect({ severities: severities.size, exemptions: exemptions.length, failOn, strict, baselineFile }).toEqual({
    severities: 2,
    exemptions: 1,
    failOn: 'error',
    strict: true,
    baselineFile: undefined,
  })
})
