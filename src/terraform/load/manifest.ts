import type { FileSystem } from '../../source/file-system.js'
import { directoryBelow, inDirectory } from './paths.js'

/** Where `terraform init` put the modules of one root module: the path of calls (`db`, `db.inner`) to a directory. */
export type Manifest = ReadonlyMap<string, string>

export const manifestFile = (rootDirectory: string): string =>
  inDirectory(rootDirectory, '.terraform/modules/modules.json')

/** Empty where `terraform init` has not run; a manifest that makes no sense is as good as none: `init` writes it anew. */
export const readManifest = (fileSystem: FileSystem, rootDirectory: string): Manifest => {
  let document: unknown
  try {
    document = JSON.parse(Buffer.from(fileSystem.read(manifestFile(rootDirectory))).toString('utf8'))
  } catch {
    return new Map()
  }
  const directories = new Map<string, string>()
  for (const entry of listIn(document, 'Modules')) {
    const key = stringIn(entry, 'Key')
    const directory = stringIn(entry, 'Dir')
    if (key !== undefined && directory !== undefined && key !== '') {
      directories.set(key, directoryBelow(rootDirectory, directory.replaceAll('\\', '/')))
    }
  }
  return directories
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined

const listIn = (value: unknown, name: string): readonly unknown[] => {
  const field = fieldOf(value, name)
  return Array.isArray(field) ? field : []
}

const stringIn = (value: unknown, name: string): string | undefined => {
  const field = fieldOf(value, name)
  return typeof field === 'string' ? field : undefined
}
