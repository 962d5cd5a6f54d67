import type { Finding } from '../finding.js'
import { moduleAddressOf, moduleNamesOf } from '../plan/address.js'
import { isInstalled } from '../source/installed.js'
import type { Place } from '../suppression/index.js'
import type { Module, ModuleCall } from '../terraform/configuration.js'

/**
 * Nobody can write a comment into what `terraform init` has brought: the calls that lead there stand for it. So a comment at the
 * call of a public module serves whether its source is at hand or not.
 */
export const callsAround = (root: Module, { address, location }: Finding): readonly Place[] => {
  if (location?.kind !== 'source' || !isInstalled(location.source.path)) return []
  const places: Place[] = []
  let module: Module | undefined = root
  for (const name of moduleNamesOf(moduleAddressOf(address))) {
    const call: ModuleCall | undefined = module?.calls.get(name)
    const written = call?.content.written
    if (written) places.push({ source: written.source, span: written.block.headerSpan })
    module = call?.module.kind === 'module' ? call.module : undefined
  }
  return places
}
