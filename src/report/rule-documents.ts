/** What shows rules by themselves. Loaded by the runs that lint nothing. */
export { pageText } from './page-text.js'
export { ruleListJson, ruleListText } from './rule-list.js'
