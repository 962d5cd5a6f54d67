import { expect, test } from 'vitest'
import { freshSchema, writtenSchema } from '../../.ci/schema.mjs'
import { rules } from '../../src/program.js'
import { unusedSuppression } from '../../src/suppression/index.js'

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
