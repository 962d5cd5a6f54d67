import { github } from './github.js'
import { gitlab } from './gitlab.js'
import { json } from './json.js'
import { junit } from './junit.js'
import { markdown } from './markdown.js'
import type { Format, Reporter } from './reporter.js'
import { sarif } from './sarif.js'
import { text } from './text.js'

// Each by its name: a bundler cannot leave out what is spread.
export const reporters: Readonly<Record<Format, Reporter>> = { text, json, sarif, github, junit, gitlab, markdown }
