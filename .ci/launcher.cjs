/**
 * What `bin.cjs` is: runs main.cjs without compiling it anew, which is most of the time to start. Node 22.1 and later see to that
 * themselves. For older ones V8's code cache is kept in the user's cache directory, unless this is CI, where nothing is left of it, or
 * NODE_DISABLE_COMPILE_CACHE is set, which Node itself honours. Whatever goes wrong with the cache, the command runs.
 */
const {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs')
const { enableCompileCache } = require('node:module')
const { dirname, isAbsolute, join } = require('node:path')

/* global MAIN_DIGEST -- of the text of main.cjs: V8 itself compares no more than its length. */

if (enableCompileCache) {
  enableCompileCache()
  require('./main.cjs')
} else {
  runCached(join(__dirname, 'main.cjs'))
}

function runCached(file) {
  const { Script } = require('node:vm')
  const directory = cacheDirectory()
  const cache = directory && join(directory, `main-${MAIN_DIGEST}-${process.version}-${process.arch}`)
  // It is code that will run: of another user's making it is not taken.
  const cachedData = cache && attempt(() => (isOwn(directory) ? readFileSync(cache) : undefined))
  const text = readFileSync(file, 'utf8')
  const source = `(function(exports,require,module,__filename,__dirname){${text}\n})`
  const script = new Script(source, { filename: file, cachedData })
  const own = { exports: {} }
  script.runInThisContext().call(own.exports, own.exports, require, own, file, __dirname)
  if (!cache || (cachedData && !script.cachedDataRejected)) return
  // Only then is known which functions a run takes.
  process.on('exit', () => attempt(() => keep(directory, cache, script.createCachedData())))
}

function cacheDirectory() {
  const { CI, HOME, NODE_DISABLE_COMPILE_CACHE, XDG_CACHE_HOME } = process.env
  if (CI || NODE_DISABLE_COMPILE_CACHE) return undefined
  const directory = XDG_CACHE_HOME || (HOME && join(HOME, '.cache'))
  return directory && isAbsolute(directory) ? join(directory, 'tf-das-lint') : undefined
}

/** Whole or not at all, and in the place of what earlier versions left behind. */
function keep(directory, cache, data) {
  // Not recursively: that would make a home that there is not, and never ends where the system says that a parent is missing.
  for (const each of [dirname(directory), directory]) attempt(() => mkdirSync(each))
  if (!isOwn(directory)) return
  chmodSync(directory, 0o700)
  const others = readdirSync(directory).filter((name) => name.startsWith('main-') && !name.includes(MAIN_DIGEST))
  const temporary = `${cache}.${process.pid}`
  writeFileSync(temporary, data, { mode: 0o600 })
  renameSync(temporary, cache)
  for (const name of others) rmSync(join(directory, name), { force: true })
}

function isOwn(directory) {
  return statSync(directory).uid === process.getuid?.()
}

function attempt(action) {
  try {
    return action()
  } catch {
    return undefined
  }
}
