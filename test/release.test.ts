import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { obstacles, sectionOf } from '../.ci/release.mjs'
import { version } from '../src/project.js'

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')

const changelog = `# Changelog

## [Unreleased]

- Not yet.

## [1.10.0] - 2026-02-03

### Added

- The [first](https://example.com) thing.

## [1.1.0] - soon

- The second.

## [1.0.0] - 2026-01-02

[1.10.0]: https://example.com/1.10.0
`

describe('the changelog', () => {
  it('has a section for the version that there is, in the form that a release reads', () => {
    expect(sectionOf(read('CHANGELOG.md'), version)?.notes).toMatch(/^### Added\n\n- /)
  })

  it('has no other headings than those of keepachangelog.com', () => {
    const headings = [...read('CHANGELOG.md').matchAll(/^##+ .*$/gm)].map(([heading]) => heading)
    for (const heading of headings) {
      expect(heading).toMatch(
        /^(?:## \[Unreleased\]|## \[\d+\.\d+\.\d+\] - (?:\d{4}-\d\d-\d\d|unreleased)|### (?:Added|Changed|Deprecated|Removed|Fixed|Security))$/,
      )
    }
  })
})

describe('a release', () => {
  it('says what the section of its version says', () => {
    expect(obstacles('v1.10.0', '1.10.0', changelog)).toEqual([])
    expect(sectionOf(changelog, '1.10.0')).toEqual({
      date: '2026-02-03',
      notes: '### Added\n\n- The [first](https://example.com) thing.',
    })
  })

  it.each([
    ['v1.10.1', '1.10.0', 'the tag is v1.10.1, the version in package.json 1.10.0'],
    ['1.10.0', '1.10.0', 'the tag is 1.10.0, the version in package.json 1.10.0'],
    ['v1.2.0', '1.2.0', 'CHANGELOG.md has no section "## [1.2.0] - YYYY-MM-DD"'],
    ['v1.1.0', '1.1.0', 'CHANGELOG.md has "soon" for the date of 1.1.0'],
    ['v1.0.0', '1.0.0', 'CHANGELOG.md says nothing of 1.0.0'],
  ])('is not made of %s where package.json says %s', (tag, written, obstacle) => {
    expect(obstacles(tag, written, changelog)).toEqual([obstacle])
  })
})
