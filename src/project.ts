import manifest from '../package.json' with { type: 'json' }

export const name = manifest.name
export const version = manifest.version

/** Where the project lives. Written down in package.json and nowhere else. */
export const repositoryUrl = manifest.repository.url.replace(/^git\+/, '').replace(/\.git$/, '')

export const ruleUrl = (rule: string): string => `${repositoryUrl}/blob/main/rules/${rule}/README.md`

export const issuesUrl = `${repositoryUrl}/issues`
