import type { Finding } from '../finding.js'

/** A module's file says nothing of the root module that the finding is about. */
export const isElsewhere = ({ rootModule, location }: Finding): boolean => {
  if (rootModule === undefined || location?.kind !== 'source') return false
  const { path } = location.source
  return (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.') !== rootModule
}
