/** What surrounds a test run must not reach the tests: the one place that clears it. */
const AMBIENT = /^(CI|NO_COLOR|FORCE_COLOR|CLICOLOR.*|COLORTERM|COLUMNS|GITHUB_.*|RUNNER_.*|TF_.*|TOFU_.*|AWS_.*)$/

for (const name of Object.keys(process.env)) if (AMBIENT.test(name)) delete process.env[name]
