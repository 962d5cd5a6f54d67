/** Our workflows, those that are copied from the examples, and the one that `init` writes: by the published schemas, and by house rules. */
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { workflowText } from '../../src/cli/init/workflow-template.js'
import { lint } from '../../src/index.js'
import { examples, exampleWorkflows, faults, issueForms, ourWorkflows, read, readmeWorkflows } from './documents.js'

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string | boolean>>
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly steps: readonly Step[]
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly concurrency?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const workflow = (path: string): Workflow => parse(read(path))
const jobsOf = (path: string) => Object.values(workflow(path).jobs)
const stepsOf = (path: string) => jobsOf(path).flatMap(({ steps }) => steps)
const workflows = [...ourWorkflows, ...exampleWorkflows]

describe('the published schemas', () => {
  it.each(workflows)('%s', (path) => {
    expect(faults('github-workflows', read(path))).toEqual([])
  })

  it.each([
    ['of the whole repository', workflowText(undefined)],
    ['of a directory', workflowText("it's ${{ secrets.ALL }}")],
  ])('what init --workflow writes, %s', (_, text) => {
    expect(faults('github-workflows', text)).toEqual([])
  })

  it('what the README shows', () => {
    expect(readmeWorkflows.flatMap((text) => faults('github-workflows', text))).toEqual([])
  })

  it.each(issueForms)('%s', (path) => {
    expect(faults('github-issue-forms', read(path))).toEqual([])
  })

  it('.github/dependabot.yml', () => {
    expect(faults('dependabot', read('.github/dependabot.yml'))).toEqual([])
  })

  it('fixtures/workflow-examples/gitlab/.gitlab-ci.yml', () => {
    expect(faults('gitlab-ci', read('fixtures/workflow-examples/gitlab/.gitlab-ci.yml'))).toEqual([])
  })

  it('fixtures/workflow-examples/azure/azure-pipelines.yml', () => {
    expect(faults('azure-pipelines', read('fixtures/workflow-examples/azure/azure-pipelines.yml'))).toEqual([])
  })

  it.each([
    ['github-workflows', '.github/workflows/ci.yml', 'runs-on:', 'run-on:'],
    ['github-issue-forms', '.github/ISSUE_TEMPLATE/bug.yml', 'type: textarea', 'type: text'],
    ['dependabot', '.github/dependabot.yml', 'interval: monthly', 'interval: sometimes'],
    ['gitlab-ci', 'fixtures/workflow-examples/gitlab/.gitlab-ci.yml', 'when: always', 'when: ever'],
    [
      'azure-pipelines',
      'fixtures/workflow-examples/azure/azure-pipelines.yml',
      'testResultsFormat: JUnit',
      'testResultsFormat: XML',
    ],
  ] as const)('the one of %s finds a mistake', (schema, path, right, wrong) => {
    expect(read(path)).toContain(right)
    expect(faults(schema, read(path).replace(right, wrong))).not.toEqual([])
  })
})

describe('what is taken from elsewhere', () => {
  const USES = /uses: (\S+?)@(\S+)(?: # (\S+))?$/gm
  const taken = [...ourWorkflows, ...examples].flatMap((path) =>
    [...read(path).matchAll(USES)].map(([, action = '', ref = '', version]) => ({ path, action, ref, version })),
  )
  const others = taken.filter(({ action }) => action !== 'tf-das-lint/tf-das-lint')

  it.each(others)('$action is pinned in $path', ({ ref, version }) => {
    expect(ref).toMatch(/^[0-9a-f]{40}$/)
    expect(version).toMatch(/^v\d+\.\d+\.\d+$/)
  })

  it('is of one version everywhere', () => {
    const versions = new Set(others.map(({ action, ref, version }) => `${action} ${ref} ${version}`))
    expect(versions.size).toBe(new Set(others.map(({ action }) => action)).size)
  })

  it('is named by the same major version where people copy it', () => {
    const majors = new Map(others.map(({ action, version = '' }) => [action, version.split('.')[0]]))
    const copied = [...readmeWorkflows, workflowText(undefined)].flatMap((text) => [
      ...text.matchAll(/uses: ((?:actions|github)\/[\w/-]+)@(\w+)/g),
    ])
    expect(copied.length).toBeGreaterThan(3)
    for (const [use, action = '', ref] of copied) expect(ref, use).toBe(majors.get(action))
  })

  it('leaves no token behind in the work tree', () => {
    for (const path of workflows) {
      for (const { uses, with: given } of stepsOf(path)) {
        if (uses?.startsWith('actions/checkout@')) expect(given).toMatchObject({ 'persist-credentials': false })
      }
    }
  })
})

describe('rights', () => {
  it.each(workflows)('of %s are given to each job alone', (path) => {
    expect(workflow(path).permissions).toEqual({})
    for (const job of jobsOf(path)) expect(job.permissions).toBeDefined()
  })

  it('to write are those that are known', () => {
    const given = workflows.flatMap((path) =>
      Object.entries(workflow(path).jobs).flatMap(([name, { permissions = {} }]) =>
        Object.entries(permissions).flatMap(([right, level]) =>
          level === 'read' ? [] : [`${path.split('/').at(-1)} ${name} ${right}`],
        ),
      ),
    )
    expect(given.sort()).toEqual([
      'own-action.yml fixtures security-events',
      'plan-then-lint.yml lint pull-requests',
      'release.yml github contents',
      'release.yml npm id-token',
    ])
  })

  it('to publish are with jobs that run nothing of the repository', () => {
    const { npm } = workflow('.github/workflows/release.yml').jobs
    expect(npm?.steps.flatMap(({ uses, run }) => uses?.split('@')[0] ?? run)).toEqual([
      'actions/download-artifact',
      'actions/setup-node',
      'npm publish --provenance --access public "./tf-das-lint-${GITHUB_REF_NAME#v}.tgz"',
    ])
  })

  it.each(workflows)('of %s cannot be taken by what an expression brings into a script', (path) => {
    for (const { run = '' } of stepsOf(path)) expect(run).not.toContain('${{')
    expect(Object.keys(workflow(path).on)).not.toContain('pull_request_target')
  })

  it.each(ourWorkflows)('of %s end in time, and are not used twice at once', (path) => {
    for (const job of jobsOf(path)) expect(job['timeout-minutes']).toBeLessThanOrEqual(30)
    expect(workflow(path).concurrency).toBeDefined()
  })
})

describe('our own action on our own fixtures', () => {
  const steps = stepsOf('.github/workflows/own-action.yml')
  const paths = steps.flatMap(({ uses, with: given }) => (uses === './' ? [String(given?.paths)] : []))

  it('expects what is found', async () => {
    const [sample = ''] = paths
    const { findings, summary } = await lint({ paths: [sample] })
    const expected = steps.find(({ name }) => name === 'It says what is wrong with it')?.run ?? ''
    const numbers = Object.fromEntries(
      [...expected.matchAll(/test "\$(\w+)" -eq (\d+)/g)].map(([, name, count]) => [name, Number(count)]),
    )
    expect(numbers).toEqual({ FINDINGS: findings.length, ERRORS: summary.errors, WARNINGS: summary.warnings })
  })

  it('expects nothing where nothing is found', async () => {
    const { findings, summary } = await lint({ paths: [paths.at(-1) ?? ''] })
    expect(findings).toEqual([])
    expect(summary.streamed).toBeGreaterThan(0)
  })
})

it('nothing else lies in .github/workflows', () => {
  expect(ourWorkflows.map((path) => path.split('/').at(-1))).toEqual(['ci.yml', 'own-action.yml', 'release.yml'])
})
