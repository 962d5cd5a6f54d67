import { name } from '../../project.js'
import { rawUrl } from './on-github.js'

export const CONFIG = `.${name}.yaml`

/**
 * The config to begin with: it changes nothing, and shows every key. Prose stands behind `# `, a key that is left out behind `#`
 * alone, so that taking it away puts the key in use.
 */
export const configText = (): string => `# yaml-language-server: $schema=${rawUrl('schemas/config.schema.json')}
#
# The config of ${name} for all runs below this directory. Every key may be left out, and the command line wins.
# To use one of those that are left out, take the # in front of it away.

# Exit with 1 from this severity on: error, warning, note or never.
failOn: warning

# Count what cannot be decided before the apply like a violation.
strict: false

# How much the findings of a rule weigh: error, warning, note, or off, which leaves the rule out.
# "${name} rules" lists the rules, "${name} explain RULE" shows the page of one.
#rules:
#  kms-key-forces-replacement: error
#  undecrypted-firehose: off

# What is to be left as it is, and why.
#exempt:
#  - address: module.dev.* # as in the findings; * stands for any text
#    rules: [missing-activity-stream]
#    reason: no data of customers
#    until: 2999-12-31 # the last day that it holds on; without it, for ever

# The findings that are known: "${name} --write-baseline" writes the file, then only what is new is reported.
#baseline: .${name}-baseline.json
`
