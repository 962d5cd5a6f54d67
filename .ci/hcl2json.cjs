/**
 * HashiCorp's parser: the copy that the Action brings along, which runs without an install; where there is none, as in the npm package,
 * the dependency.
 */
const { existsSync } = require('node:fs')
const { join } = require('node:path')

module.exports = existsSync(join(__dirname, 'action-hcl2json'))
  ? require('./action-hcl2json/lib/bridge.cjs')
  : require('@cdktf/hcl2json')
