import { name } from '../project.js'

/**
 * How whoever reads what is told calls the command: what npx runs is on nobody's `PATH`. npm says so in
 * [`npm_command`](https://docs.npmjs.com/cli/v11/using-npm/scripts#environment), which is `exec` for `npx`, too.
 */
export const invocation = (environment: ReadonlyMap<string, string>): string =>
  environment.get('npm_command') === 'exec' ? `npx ${name}` : name
