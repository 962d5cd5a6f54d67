import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const WARM_UP = 1
const MEASURED = 2

/** Megabytes a second of our parser and of hcl2json, warm, over the same files in the same process. */
export const parsingSpeed = async (root, scratch, directory) => {
  const bundle = join(scratch, 'hcl.mjs')
  await build({
    stdin: {
      contents:
        "export { parseNative } from './src/hcl/native.js'\nexport { SourceFile } from './src/source/source-file.js'",
      resolveDir: root,
    },
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['@cdktf/hcl2json'],
    logLevel: 'warning',
  })
  const { parseNative, SourceFile } = await import(pathToFileURL(bundle).href)
  const { parse } = createRequire(import.meta.url)('@cdktf/hcl2json')

  const accepted = []
  for (const path of terraformFiles(directory)) {
    const text = readFileSync(path, 'utf8')
    const isValid = await parse(path, text).then(
      () => true,
      () => false,
    )
    if (isValid && text.length > 0) accepted.push({ path, text, bytes: Buffer.byteLength(text) })
  }
  const ours = speed(accepted, ({ path, text }) => parseNative(new SourceFile(path, text)))
  const theirs = await speedAsync(accepted, ({ path, text }) => parse(path, text))
  return { files: accepted.length, bytes: accepted.reduce((sum, { bytes }) => sum + bytes, 0), ours, theirs }
}

const speed = (files, parse) => {
  const run = (seconds) => {
    const start = performance.now()
    let bytes = 0
    while (performance.now() - start < seconds * 1000) {
      for (const file of files) {
        parse(file)
        bytes += file.bytes
      }
    }
    return bytes / 1e6 / ((performance.now() - start) / 1000)
  }
  run(WARM_UP)
  return run(MEASURED)
}

const speedAsync = async (files, parse) => {
  const start = performance.now()
  let bytes = 0
  for (let at = 0; performance.now() - start < MEASURED * 1000; at += 1) {
    const file = files[at % files.length]
    await parse(file)
    bytes += file.bytes
  }
  return bytes / 1e6 / ((performance.now() - start) / 1000)
}

function* terraformFiles(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) yield* terraformFiles(path)
    else if (entry.isFile() && entry.name.endsWith('.tf')) yield path
  }
}
