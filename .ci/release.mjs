/**
 * What a release says: the section of CHANGELOG.md for a tag, once the tag, package.json and the section agree.
 *
 *     node .ci/release.mjs v1.2.3 > notes.md
 */
import { readFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

/** The section of a version, in the form of https://keepachangelog.com; `undefined` where there is none. */
export const sectionOf = (changelog, version) => {
  const heading = new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - (.+)\\n`, 'm').exec(changelog)
  if (!heading) return undefined
  const rest = changelog.slice(heading.index + heading[0].length)
  // The next section, or the links at the end.
  const end = rest.search(/^(?:## |\[[^\]]+\]: )/m)
  return { date: heading[1], notes: (end < 0 ? rest : rest.slice(0, end)).trim() }
}

/** What stands in the way of a release; nothing where it can be made. */
export const obstacles = (tag, version, changelog) => {
  if (tag !== `v${version}`) return [`the tag is ${tag}, the version in package.json ${version}`]
  const section = sectionOf(changelog, version)
  if (section === undefined) return [`CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD"`]
  return [
    ...(/^\d{4}-\d\d-\d\d$/.test(section.date)
      ? []
      : [`CHANGELOG.md has "${section.date}" for the date of ${version}`]),
    ...(section.notes === '' ? [`CHANGELOG.md says nothing of ${version}`] : []),
  ]
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
  const { version } = JSON.parse(read('package.json'))
  const changelog = read('CHANGELOG.md')
  const found = obstacles(argv[2] ?? '(none)', version, changelog)
  if (found.length === 0) console.log(sectionOf(changelog, version).notes)
  else console.error(found.join('\n'))
  process.exitCode = found.length === 0 ? 0 : 1
}
