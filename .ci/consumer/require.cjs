// From CommonJS: every Node that is supported requires ES modules.
const { lint } = require('tf-das-lint')
const { strictEqual } = require('node:assert')

lint({ paths: ['sample'] }).then(({ summary }) => strictEqual(summary.auroraClusters, 1))
