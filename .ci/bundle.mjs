import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A package that becomes a file of its own, read only by the runs that need it. */
const apart = (name, path) => ({
  name: `${name} apart`,
  setup: ({ onResolve }) => onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path, external: true })),
})

/** What src/config/validators.ts compiles when it is loaded, compiled here: loading ajv takes as long as Node takes to start. */
const compiledValidators = {
  name: 'compiled validators',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/src\/config\/validators\.ts$/ }, () => {
      const schemas = ['config', 'baseline'].map((name) => ({
        ...JSON.parse(readFileSync(`${root}schemas/${name}.schema.json`, 'utf8')),
        $id: name,
      }))
      const ajv = new Ajv({ allErrors: true, schemas, code: { source: true, esm: true } })
      return { contents: standalone.default(ajv, { config: 'config', baseline: 'baseline' }), resolveDir: root }
    }),
}

/** Bundles into one file and returns the names of the packages that went in. */
const bundle = async (file, options) => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    // The time to start is for the most part the time to read the text: shorter names are worth a tenth of an empty process.
    minify: true,
    legalComments: 'none',
    external: ['@cdktf/hcl2json'],
    metafile: true,
    write: false,
    logLevel: 'warning',
    ...options,
  })
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, ascii(outputFiles[0].text))
  return Object.keys(metafile.inputs).flatMap(
    (path) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  )
}

/** One character beyond Latin-1 doubles the size of the whole text in memory; the bundler leaves those of patterns alone. */
const ascii = (text) =>
  text.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

const CONFIG_READER = '\\.\\.?/config/reader\\.js'
const PAGES = '\\.\\./rules/pages\\.js'
const META_URL = 'const importMetaUrl=require("node:url").pathToFileURL(__filename).href;'
const commonJs = { format: 'cjs', define: { 'import.meta.url': 'importMetaUrl' } }

/** Each rule's page, by its id: what rules/pages.ts reads of the sources. */
const bundlePages = (file) => {
  const pages = readdirSync(`${root}rules`)
    .sort()
    .map((id) => ({ id, path: `${root}rules/${id}/README.md` }))
    .filter(({ path }) => existsSync(path))
    .map(({ id, path }) => [id, readFileSync(path, 'utf8')])
  return bundle(file, {
    ...commonJs,
    stdin: { contents: `export const pages = new Map(${JSON.stringify(pages)})` },
  })
}

/**
 * The command, with `glob.cjs`, `yaml.cjs`, `pages.cjs`, `config.cjs` (what reads configs and baselines) and `parser.cjs` (the options, yargs with them) beside it. CommonJS, because Node's ES module loader alone costs a tenth of an empty process.
 * Two modules that only cost time to start are replaced: `string-width` (`Intl.Segmenter`) and `assert`.
 */
export const bundleCommand = async (file) => {
  const command = await bundle(file, {
    ...commonJs,
    entryPoints: ['src/bin.ts'],
    banner: { js: `#!/usr/bin/env node\n${META_URL}` },
    alias: { 'string-width': './src/cli/string-width.ts', assert: './.ci/assert.mjs' },
    plugins: [
      apart('glob', './glob.cjs'),
      apart('\\./parser\\.js', './parser.cjs'),
      apart('yaml', './yaml.cjs'),
      apart(PAGES, './pages.cjs'),
      apart(CONFIG_READER, './config.cjs'),
    ],
    // `require` instead of `import()`, which would start Node's loader of ES modules.
    supported: { 'dynamic-import': false },
  })
  chmodSync(file, 0o755)
  const glob = await bundle(join(dirname(file), 'glob.cjs'), {
    ...commonJs,
    stdin: { contents: "export { glob } from 'glob'", resolveDir: root },
    banner: { js: META_URL },
  })
  const parser = await bundle(join(dirname(file), 'parser.cjs'), {
    ...commonJs,
    entryPoints: ['src/cli/parser.ts'],
    alias: { 'string-width': './src/cli/string-width.ts', assert: './.ci/assert.mjs' },
    banner: { js: META_URL },
  })
  const yaml = await bundle(join(dirname(file), 'yaml.cjs'), {
    ...commonJs,
    stdin: { contents: "export { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'", resolveDir: root },
  })
  const config = await bundle(join(dirname(file), 'config.cjs'), {
    ...commonJs,
    entryPoints: ['src/config/reader.ts'],
    banner: { js: META_URL },
    plugins: [apart('yaml', './yaml.cjs'), compiledValidators],
    supported: { 'dynamic-import': false },
  })
  await bundlePages(join(dirname(file), 'pages.cjs'))
  return [...command, ...glob, ...parser, ...yaml, ...config]
}

/** The public API as one ES module, beside the pages that the command has. */
export const bundleApi = (file) =>
  bundle(file, {
    entryPoints: ['src/index.ts'],
    format: 'esm',
    plugins: [apart('glob', 'glob'), apart('yaml', 'yaml'), apart(PAGES, './pages.cjs'), compiledValidators],
  })
