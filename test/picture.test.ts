import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { file, picture, terminal } from '../.ci/picture.mjs'

const committed = readFileSync(file, 'utf8')
const ESCAPE = String.fromCharCode(27)

/** The text of a picture, line by line. */
const textOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, line = '']) =>
    line
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 10))),
  )

describe('the picture of a terminal', () => {
  test('is what the command prints now (node .ci/picture.mjs writes it)', () => {
    expect(committed).toBe(picture())
  })

  test('shows what is typed, findings with their patches, and how a run ends', () => {
    const lines = textOf(committed)
    expect(lines[0]).toBe('$ tf-das-lint fixtures/sample')
    expect(lines.filter((line) => /^(error|warning)\[/.test(line))).toHaveLength(2)
    expect(lines.some((line) => /^\d+ \| \+ /.test(line))).toBe(true)
    expect(lines.slice(-3)).toEqual([
      '⋮',
      expect.stringMatching(/^\d+ errors, \d+ warning .*; stream declared for 1 of 1 Aurora cluster$/),
      expect.stringMatching(/^tf-das-lint --fix mends \d of them/),
    ])
  })

  test('is small, has a name and a description, and loads nothing', () => {
    expect(Buffer.byteLength(committed)).toBeLessThan(40_000)
    expect(committed).toMatch(/<title id="title">.+<\/title>\n<desc id="description">.+<\/desc>/)
    expect(committed.match(/https?:[^\s"<]*/g)?.[0]).toBe('http://www.w3.org/2000/svg')
    expect(committed).not.toMatch(/<(script|image|foreignObject|use|a)\b|href|url\(|@import/)
  })

  test('breaks lines where the terminal ends, and keeps the colours', () => {
    const svg = terminal(`${ESCAPE}[31m${'x'.repeat(81)}${ESCAPE}[39m`)
    expect(textOf(svg).slice(1)).toEqual(['x'.repeat(80), 'x'])
    expect(svg.match(/<tspan class="red">x/g)).toHaveLength(2)
  })

  test('escapes what XML or a terminal would take for its own', () => {
    const svg = terminal(`<script>alert("&amp;")</script>${String.fromCharCode(7)}`)
    expect(svg).not.toContain('<script>')
    expect(textOf(svg)[1]).toBe('<script>alert("&amp;")</script>\ufffd')
  })
})
