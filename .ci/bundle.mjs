import { chmodSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  // Identifiers are kept: a stack in a bug report should name its functions. Shorter ones start no faster.
  legalComments: 'none',
  external: ['@cdktf/hcl2json'],
  alias: { 'string-width': './src/cli/string-width.ts' },
  metafile: true,
  logLevel: 'warning',
}

/**
 * The command as one file. CommonJS, because Node's ES module loader alone costs a tenth of an empty process, and in one
 * piece, because reading further files costs more than they save; what a run does not need is not executed.
 * Returns the names of the files that went in.
 */
export const bundleCommand = async (file) => {
  const { metafile } = await build({
    ...shared,
    entryPoints: ['src/bin.ts'],
    outfile: file,
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node\nconst importMetaUrl=require("node:url").pathToFileURL(__filename).href;' },
    define: { 'import.meta.url': 'importMetaUrl' },
  })
  chmodSync(file, 0o755)
  return Object.keys(metafile.inputs)
}

/** The public API as one ES module. */
export const bundleApi = async (file) => {
  const { metafile } = await build({ ...shared, entryPoints: ['src/index.ts'], outfile: file, format: 'esm' })
  return Object.keys(metafile.inputs)
}
