/**
 * What surrounds a test run must not reach the tests: the one place that clears it. In a hook of Git's, `GIT_DIR` and `GIT_INDEX_FILE`
 * name the repository that is committed to: a test that makes one of its own would write there.
 */
const AMBIENT =
  /^(CI|NO_COLOR|FORCE_COLOR|CLICOLOR.*|COLORTERM|COLUMNS|GITHUB_.*|RUNNER_.*|GIT_.*|PRE_COMMIT.*|TF_.*|TOFU_.*|AWS_.*|npm_command)$/

for (const name of Object.keys(process.env)) if (AMBIENT.test(name)) delete process.env[name]

// Whoever runs the tests may sign all commits, or have hooks for them.
process.env.GIT_CONFIG_GLOBAL = '/dev/null'
process.env.GIT_CONFIG_NOSYSTEM = '1'
