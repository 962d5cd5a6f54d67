import type { Argument, Module, ModuleCall, Resource } from '../../../src/terraform/configuration.js'
import { discover, type LoadedRootModule, loadRootModule, type Outside } from '../../../src/terraform/load/index.js'
import { memoryFileSystem, type Planted } from './memory-file-system.js'

/** Discovers in memory; messages are without their places. */
export const discovered = async (planted: Readonly<Record<string, Planted>>, ...paths: readonly string[]) => {
  const fileSystem = memoryFileSystem(planted)
  const discovery = await discover(paths.length > 0 ? paths : ['.'], fileSystem)
  return {
    discovery,
    fileSystem,
    roots: discovery.rootModules.map(({ path }) => path),
    messages: () => discovery.diagnostics.map(({ severity, message }) => `${severity}: ${message}`),
  }
}

export const loaded = async (
  planted: Readonly<Record<string, Planted>>,
  outside?: Outside,
  directory = '.',
): Promise<LoadedRootModule & { readonly messages: () => readonly string[] }> => {
  const { discovery, messages } = await discovered(planted, directory)
  return { ...loadRootModule(directory, discovery.reader, outside), messages }
}

export const resourceAt = ({ resources }: Module, address: string): Resource => {
  const resource = resources.get(address)
  if (!resource) throw new Error(`no ${address} among ${[...resources.keys()].join(', ')}`)
  return resource
}

export const callOf = ({ calls }: Module, name: string): ModuleCall => {
  const call = calls.get(name)
  if (!call) throw new Error(`no module.${name}`)
  return call
}

export const moduleOf = (call: ModuleCall): Module => {
  if (call.module.kind === 'absent') throw new Error(`module.${call.name} is absent: ${call.module.because}`)
  return call.module
}

/** The text an argument was written as. */
export const textOf = (argument: Argument | undefined): string | undefined => {
  if (!argument) return undefined
  if (argument.written) return argument.written.source.slice(argument.written.expressionSpan)
  return argument.expression.kind === 'constant' ? JSON.stringify(argument.expression.value) : argument.expression.kind
}
