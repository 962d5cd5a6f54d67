import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
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

/** What the sources import with `import()` becomes a file of its own, too: every kilobyte that a run does not read is time saved. */
const PARTS = {
  completion: 'src/cli/completion/script.ts',
  config: 'src/config/reader.ts',
  documents: 'src/report/documents.ts',
  fix: 'src/fix/index.ts',
  graph: 'src/cli/graph.ts',
  'graph-svg': 'src/report/graph-svg.ts',
  graphs: 'src/lint/graphs.ts',
  init: 'src/cli/init/init.ts',
  mending: 'src/cli/mending.ts',
  parser: 'src/cli/parser.ts',
  plan: 'src/plan/index.ts',
  'rule-documents': 'src/report/rule-documents.ts',
  services: 'src/report/services.ts',
  suppress: 'src/lint/suppress.ts',
  'with-deleted': 'src/cli/with-deleted.ts',
}

/** What of the Action alone becomes one: the client of GitHub's API is read by the runs that ask it something. */
const ACTION_PARTS = { 'action-pull-request': 'src/action/pull-request/index.ts' }

const parts = {
  name: 'parts',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\.?\// }, ({ path, kind, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      const file = join(resolveDir, path).replace(/\.js$/, '.ts')
      const [part] =
        Object.entries({ ...PARTS, ...ACTION_PARTS }).find(([, source]) => join(root, source) === file) ?? []
      return part && { path: `./${part}.cjs`, external: true }
    }),
}

/** Packages that look at the process's streams when they are loaded, which opens them, although they are told all that they ask for. */
const ASKING = [
  { file: /\/picocolors\.js$/, asks: 'let p = process || {},', rather: 'let p = {},' },
  {
    file: /\/yargs\/lib\/platform-shims\/esm\.mjs$/,
    asks: /stdColumns: typeof process.stdout.*/,
    rather: 'stdColumns: null',
  },
]

const unasked = {
  name: 'unasked',
  setup: ({ onLoad }) => {
    for (const { file, asks, rather } of ASKING) {
      onLoad({ filter: file }, ({ path }) => {
        const text = readFileSync(path, 'utf8')
        const contents = text.replace(asks, rather)
        if (contents === text) throw new Error(`${path} asks for the process in another way than it did`)
        return { contents, resolveDir: dirname(path) }
      })
    }
  },
}

/** What of the Actions toolkit is for other actions: tokens of OpenID Connect, for which it brings a client of HTTP. */
const withoutOidc = {
  name: 'without OIDC',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/@actions\/core\/lib\/(oidc-utils|platform)\.js$/ }, () => ({
      contents: 'export const OidcClient = undefined',
    })),
}

/** Tables are read as text, which takes the engine a fraction of the time of reading them as expressions. */
const tables = {
  name: 'tables',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.json$/ }, ({ path }) => {
      const table = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))
      return { contents: `export default JSON.parse(${JSON.stringify(table)})` }
    }),
}

/** What src/project.ts reads of package.json: what the project is built and checked with is nothing that a bundle should hold, or change with. */
const manifest = {
  name: 'manifest',
  setup: ({ onLoad }) =>
    onLoad({ filter: /package\.json$/ }, ({ path }) => {
      if (path !== join(root, 'package.json')) return undefined
      const { name, version, repository } = JSON.parse(readFileSync(path, 'utf8'))
      return { contents: `export default ${JSON.stringify({ name, version, repository })}` }
    }),
}

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
    plugins: [manifest, ...(options.plugins ?? [])],
  })
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, ascii(outputFiles[0].text))
  return Object.keys(metafile.inputs).flatMap(
    (path) => /(?:.*\/|^)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  )
}

/** One character beyond Latin-1 doubles the size of the whole text in memory; the bundler leaves those of patterns alone. */
const ascii = (text) =>
  text.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

const PAGES = '\\.\\./rules/pages\\.js'
/** Ours take the path of the file for its URL (`createRequire` takes either): making one takes longer than reading some parts. */
const commonJs = { format: 'cjs', define: { 'import.meta.url': '__filename' } }
const withUrl = {
  format: 'cjs',
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: 'const importMetaUrl=require("node:url").pathToFileURL(__filename).href;' },
}

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

/** What has its parts, `glob`, `yaml`, the pages and HashiCorp's parser in files beside it. */
const options = {
  ...commonJs,
  alias: { 'string-width': './src/cli/string-width.ts', assert: './.ci/assert.mjs', y18n: './.ci/y18n.mjs' },
  plugins: [
    apart('glob', './glob.cjs'),
    apart('yaml', './yaml.cjs'),
    apart('@cdktf/hcl2json', './hcl2json.cjs'),
    apart(PAGES, './pages.cjs'),
    parts,
    tables,
    unasked,
  ],
  // `require` instead of `import()`, which would start Node's loader of ES modules.
  supported: { 'dynamic-import': false },
}

/**
 * The command, with a file beside it for each of the parts, for `glob`, `yaml` and the pages. CommonJS, because Node's ES module loader alone costs
 * a tenth of an empty process. Modules that only cost time to start are replaced: `string-width` (`Intl.Segmenter`), `assert`, `y18n`.
 */
export const bundleCommand = async (file) => {
  const beside = (name) => join(dirname(file), `${name}.cjs`)
  const command = await bundle(beside('main'), {
    ...options,
    entryPoints: ['src/bin.ts'],
  })
  const digest = createHash('sha256')
    .update(readFileSync(beside('main')))
    .digest('hex')
    .slice(0, 16)
  await bundle(file, {
    entryPoints: ['.ci/launcher.cjs'],
    external: ['./main.cjs'],
    define: { MAIN_DIGEST: JSON.stringify(digest) },
    banner: { js: '#!/usr/bin/env node' },
  })
  chmodSync(file, 0o755)
  const bundled = [command]
  for (const [name, entry] of Object.entries(PARTS)) {
    const part = await bundle(beside(name), {
      ...options,
      ...(name === 'parser' ? withUrl : {}),
      entryPoints: [entry],
      plugins: [...options.plugins, compiledValidators],
    })
    bundled.push(part)
  }
  const glob = await bundle(beside('glob'), {
    ...withUrl,
    stdin: { contents: "export { glob } from 'glob'", resolveDir: root },
  })
  const yaml = await bundle(beside('yaml'), {
    ...commonJs,
    stdin: {
      contents: "export { isAlias, isCollection, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml'",
      resolveDir: root,
    },
  })
  await bundle(beside('hcl2json'), {
    entryPoints: ['.ci/hcl2json.cjs'],
    external: ['./action-hcl2json/lib/bridge.cjs', '@cdktf/hcl2json'],
  })
  await bundlePages(beside('pages'))
  return [...bundled.flat(), ...glob, ...yaml]
}

/**
 * The Action, which runs from a bare checkout: all that it needs is bundled, or beside it, where the command's parts are already.
 * HashiCorp's parser keeps the places in which it looks for its own files.
 */
export const bundleAction = async (file) => {
  const directory = dirname(file)
  const plugins = [...options.plugins, withoutOidc]
  const bundled = [await bundle(file, { ...options, entryPoints: ['src/action.ts'], plugins })]
  for (const [name, entry] of Object.entries(ACTION_PARTS)) {
    bundled.push(await bundle(join(directory, `${name}.cjs`), { ...options, entryPoints: [entry], plugins }))
  }
  const parser = await bundle(join(directory, 'action-hcl2json/lib/bridge.cjs'), {
    entryPoints: [`${PARSER}lib/bridge.js`],
    // For reading a file, the one thing that it does with it.
    alias: { 'fs-extra': 'node:fs/promises' },
    // Asked for where there is none, which was so before Node 16.
    external: ['performance'],
  })
  copyFileSync(`${root}${PARSER}main.wasm.gz`, join(directory, 'action-hcl2json/main.wasm.gz'))
  return [...bundled.flat(), ...parser]
}

const PARSER = 'node_modules/@cdktf/hcl2json/'

/** The public API as one ES module, beside the pages that the command has. */
export const bundleApi = (file) =>
  bundle(file, {
    entryPoints: ['src/index.ts'],
    format: 'esm',
    plugins: [apart('glob', 'glob'), apart('yaml', 'yaml'), apart(PAGES, './pages.cjs'), compiledValidators],
  })
