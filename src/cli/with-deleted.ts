/** What `--with-deleted` adds to a run: modules that lost a file. Loaded by the runs that ask for it. */
import { basename, dirname } from 'node:path/posix'
import { isConfigurationFile, isValuesFile } from '../lint/module-files.js'
import { UserError } from '../source/diagnostic.js'
import type { Git } from '../source/git.js'
import type { Io } from './io.js'

/**
 * The directories that a commit takes configuration or values from, below the working directory and relative to it. The commit is what
 * is staged; between two others, what pre-commit says in its environment (https://pre-commit.com/#pre-commit-during-push).
 */
export const bereftDirectories = async ({
  git,
  environment,
}: Pick<Io, 'git' | 'environment'>): Promise<readonly string[]> => {
  const from = environment.get('PRE_COMMIT_FROM_REF')
  const to = environment.get('PRE_COMMIT_TO_REF')
  const changes =
    from && to ? await between(git, from, to) : await asked(git, ['--cached'], 'run it within a repository')
  return [...new Set(lostFiles(changes).map((path) => dirname(path)))]
}

/** As pre-commit finds the files to pass: since the common ancestor, if there is one. A shallow clone may lack even the commits. */
const between = async (git: Git, from: string, to: string): Promise<string> => {
  for (const ref of [from, to]) if (ref.startsWith('-')) throw new UserError(`${ref} is no commit`)
  const since = await diff(git, [`${from}...${to}`, '--'])
  if (since.kind === 'done') return since.stdout
  return asked(git, [`${from}..${to}`, '--'], 'fetch both commits; into a shallow clone, by git fetch --unshallow')
}

const asked = async (git: Git, which: readonly string[], hint: string): Promise<string> => {
  const answer = await diff(git, which)
  switch (answer.kind) {
    case 'done':
      return answer.stdout
    case 'absent':
      throw new UserError('--with-deleted asks git which files are deleted, and there is no git', 'install git')
    case 'failed':
      throw new UserError(
        `--with-deleted asks git which files are deleted, and git says: ${firstLine(answer.stderr)}`,
        hint,
      )
    default:
      return answer satisfies never
  }
}

/** A file that merely moved counts as renamed: `R100`, its old path, its new one. Whoever changed it, too, has deleted it. */
const diff = (git: Git, which: readonly string[]) =>
  git([
    'diff',
    '--name-status',
    '-z',
    '--relative',
    '--no-ext-diff',
    '--no-textconv',
    '--find-renames=100%',
    '--diff-filter=DR',
    ...which,
  ])

const lostFiles = (changes: string): readonly string[] => {
  const fields = changes.split('\0')
  const lost: string[] = []
  for (let at = 0; at + 1 < fields.length; ) {
    const [status = '', path = '', renamed = ''] = fields.slice(at, at + 3)
    const isRename = status.startsWith('R')
    at += isRename ? 3 : 2
    if (!isOfModule(path) || (isRename && isTheSame(path, renamed))) continue
    lost.push(path)
  }
  return lost
}

const isOfModule = (path: string): boolean => isConfigurationFile(basename(path)) || isValuesFile(path)

/** Terraform reads all configuration of a directory, whatever the names; of values, the name says whether it does. */
const isTheSame = (path: string, renamed: string): boolean =>
  dirname(path) === dirname(renamed) && isConfigurationFile(basename(path)) && isConfigurationFile(basename(renamed))

const firstLine = (text: string): string => text.split('\n')[0] ?? ''
