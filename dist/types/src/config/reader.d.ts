/** What reads configs and baselines. The bundle has it in a file of its own, which runs without either do not load. */
export { readBaseline } from './baseline.js';
export { readConfig } from './config.js';
