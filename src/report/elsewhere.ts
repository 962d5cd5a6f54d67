import { dirname } from 'node:path/posix'
import type { Finding } from '../finding.js'

/** A module's file says nothing of the root module that the finding is about. */
export const isElsewhere = ({ rootModule, location }: Finding): boolean => {
  if (rootModule === undefined || location?.kind !== 'source') return false
  return dirname(location.source.path) !== rootModule
}
