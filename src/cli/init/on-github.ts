import { repositoryUrl } from '../../project.js'

/** `owner/name`, as GitHub and its Actions call this project. */
export const repositoryName = repositoryUrl.split('/').slice(-2).join('/')

/** Where a file of this project can be read as it is. */
export const rawUrl = (path: string): string => `https://raw.githubusercontent.com/${repositoryName}/main/${path}`
