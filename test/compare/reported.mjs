import { run } from './tools.mjs'

/**
 * Checks whose findings go with a mistake by coincidence, and what they are about. The samples of some rules differ in more
 * than their mistake: where a stream is replaced because its key is, the mended sample has one key instead of two.
 */
const OTHER_MATTERS = new Map([
  ['AWS-0065', 'rotation of keys'],
  ['CKV_AWS_7', 'rotation of keys'],
  ['CKV2_AWS_64', 'policies of keys'],
  ['CKV_AWS_133', 'retention of backups'],
])

/**
 * What a tool reports of the mistakes: by set and mistake, the checks whose findings go when the mistake is mended. Those
 * which go by coincidence are apart. A mistake of which nothing is reported is left out.
 */
export const reportedMistakes = (tool, samples) => {
  const runs = new Map()
  const findingsIn = (directory, planned) => {
    if (!runs.has(directory)) runs.set(directory, run(tool, directory, planned).findings)
    return runs.get(directory)
  }
  const reported = {}
  const coincidences = {}
  for (const { set, name, wrong, mended, planned } of samples) {
    const left = new Set(findingsIn(mended, planned).map(({ check, text }) => `${check} ${text}`))
    const gone = findingsIn(wrong, planned).filter(({ check, text }) => !left.has(`${check} ${text}`))
    const checks = [...new Set(gone.map(({ check }) => check))].sort()
    reported[set] ??= {}
    keep(
      reported[set],
      name,
      checks.filter((check) => !OTHER_MATTERS.has(check)),
    )
    keep(
      coincidences,
      name,
      checks.filter((check) => OTHER_MATTERS.has(check)),
    )
  }
  return { reported, coincidences }
}

const keep = (among, name, checks) => {
  if (checks.length > 0) among[name] = checks
}
