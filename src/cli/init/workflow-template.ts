import { name, version } from '../../project.js'
import { safeJson } from '../../report/control-characters.js'
import { repositoryName } from './on-github.js'

export const WORKFLOW = `.github/workflows/${name}.yml`

/** The branch that pull requests go into, as far as can be told. */
export const BRANCH = 'main'

const ACTION = `${repositoryName}@v${version.split('.')[0]}`

/**
 * @param directory - What is linted, from the root of the repository; `undefined` for all of it.
 */
export const workflowText = (directory: string | undefined): string => `name: ${name}

on:
  pull_request:
  push:
    branches: [${BRANCH}] # the one that pull requests go into

permissions:
  contents: read
  pull-requests: write # for the patches, as suggestions to commit

jobs:
${workflowJob(directory)}`

/** What belongs below `jobs:`. */
export const workflowJob = (directory: string | undefined): string => {
  const where = directory === undefined ? '' : `          working-directory: ${literal(directory)}\n`
  return `  ${name}:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: ${ACTION}
        with:
          fix-suggestions: true
${where}`
}

/** Text in which GitHub finds no expression, whatever the directory is called. */
const literal = (text: string): string => safeJson(text.replaceAll('${{', "${{ '${{' }}"))

/** Whether a workflow runs the action. */
export const runsAction = (text: string): boolean =>
  text
    .split('\n')
    .some((line) => /^[\s-]*uses:/.test(line) && line.toLowerCase().includes(`${repositoryName}@`.toLowerCase()))
