import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dot } from '../../src/report/dot.js'
import { graphJson } from '../../src/report/graph-json.js'
import { graphSvg } from '../../src/report/graph-svg.js'
import { anyGraph, graphOf, NASTY, ordinary } from './graphs.js'
import { xmlError } from './well-formed.js'

const nasty = graphOf(NASTY, { labels: NASTY, faulty: [0, 3] })

describe('the graph for Graphviz', () => {
  /** What Graphviz makes of it, in lines of words; the labels as they are shown. */
  const hasDot = spawnSync('dot', ['-V']).status === 0
  const laidOut = (
    text: string,
  ): { readonly status: number | null; readonly stderr: string; readonly stdout: string } =>
    spawnSync('dot', ['-Tjson'], { input: text, encoding: 'utf8' })

  it('shows what the flowchart shows', () => {
    expect(dot([ordinary])).toBe(`digraph {
  rankdir=LR
  node [fontname="monospace"]
  edge [fontname="monospace"]
  subgraph cluster_1 {
    label="module.db[\\"a\\"].aws_rds_cluster.main[0] in prod"
    n1 [label="aws_kms_key\\naudit", shape=hexagon]
    n2 [label="aws_rds_cluster_activity_stream\\nmain\\n✗ invalid-kms-key-id", shape=box, style=rounded, color="#d1242f", penwidth=3]
    n3 [label="aws_rds_cluster\\nmain[0]\\nin module.db[\\"a\\"]", shape=cylinder]
    n2 -> n1 [label="kms_key_id", style=dashed]
    n2 -> n3 [label="resource_arn"]
  }
}
`)
  })

  it('has lines of our own alone, whatever the names are', () => {
    const STRING = String.raw`"(?:[^"\\\n]|\\["\\n])*"`
    const LINE = new RegExp(
      String.raw`^(?:digraph \{|rankdir=LR|(?:node|edge) \[fontname="monospace"\]|subgraph cluster_\d+ \{|label=${STRING}|\}|n\d+(?: -> n\d+)?(?: \[(?:\w+=(?:${STRING}|\w+)(?:, )?)+\])?)$`,
    )
    fc.assert(
      fc.property(anyGraph, (graph) => {
        for (const line of dot([graph, nasty]).trimEnd().split('\n')) expect(line.trim()).toMatch(LINE)
      }),
      { seed: 7, numRuns: 200 },
    )
  })

  it.skipIf(!hasDot)('is what Graphviz reads (skipped where dot is not installed)', () => {
    const { status, stderr, stdout } = laidOut(dot([nasty, ordinary]))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const { objects } = JSON.parse(stdout) as { readonly objects: readonly { readonly name: string }[] }
    const names = objects.map(({ name }) => name).filter((name) => /^n\d+$/.test(name))
    expect(names).toHaveLength(NASTY.length + ordinary.nodes.length)
    expect(laidOut(dot([])).status).toBe(0)
  })
})

describe('the graph as JSON', () => {
  const schema = JSON.parse(readFileSync(new URL('../../schemas/graph.schema.json', import.meta.url), 'utf8'))
  const validate = new Ajv({ allErrors: true, strictSchema: true }).compile(schema)
  const parsed = (text: string): unknown => JSON.parse(text)

  it('is what its schema says', () => {
    expect(parsed(graphJson([ordinary]))).toMatchObject({
      schemaVersion: '1',
      graphs: [
        {
          rootModule: 'prod',
          nodes: [{ address: 'aws_kms_key.audit', kind: 'key', rules: [] }, { rules: ['invalid-kms-key-id'] }, {}],
          edges: [
            { label: 'kms_key_id', uncertain: true },
            { label: 'resource_arn', uncertain: false },
          ],
        },
      ],
    })
    fc.assert(
      fc.property(anyGraph, (graph) => {
        expect(validate(parsed(graphJson([graph, ordinary]))), JSON.stringify(validate.errors)).toBe(true)
      }),
      { seed: 8, numRuns: 100 },
    )
    expect(validate(parsed(graphJson([])))).toBe(true)
  })

  it('is refused by its schema where it is something else', () => {
    const [graph] = (parsed(graphJson([ordinary])) as { readonly graphs: readonly object[] }).graphs
    for (const wrong of [{ kind: 'table' }, { nodes: [] }, { edges: [{ from: 'a', to: 'b' }] }, { rootModule: '' }])
      expect(
        validate({ schemaVersion: '1', tool: { name: 'tf-das-lint', version: '1' }, graphs: [{ ...graph, ...wrong }] }),
      ).toBe(false)
  })
})

describe('the picture of the graph', () => {
  const numbers = (text: string): readonly number[] => text.split(' ').map(Number)

  it('is well-formed XML whatever the names are', () => {
    expect(xmlError('<a><b></a>')).toBeDefined()
    expect(xmlError('<a b="1" b="2"/>')).toBeDefined()
    expect(xmlError('<a>\u0000</a>')).toBeDefined()
    expect(xmlError(graphSvg([nasty, ordinary]))).toBeUndefined()
    expect(xmlError(graphSvg([]))).toBeUndefined()
    fc.assert(
      fc.property(anyGraph, (graph) => {
        expect(xmlError(graphSvg([graph]))).toBeUndefined()
      }),
      { seed: 9, numRuns: 100 },
    )
  })

  it('is the same each time', () => {
    expect(graphSvg([nasty, ordinary])).toBe(graphSvg([nasty, ordinary]))
  })

  it('is said in words, too', () => {
    const svg = graphSvg([ordinary])
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img" aria-labelledby="title desc">/)
    expect(svg).toContain('<title id="title">')
    const [, description] = /<desc id="desc">(.*)<\/desc>/.exec(svg) ?? []
    expect(description).toBe(
      'Around module.db[&quot;a&quot;].aws_rds_cluster.main[0] in prod: 3 resources. aws_rds_cluster_activity_stream.main perhaps names (kms_key_id) aws_kms_key.audit. aws_rds_cluster_activity_stream.main names (resource_arn) module.db[&quot;a&quot;].aws_rds_cluster.main[0]. Wrong with aws_rds_cluster_activity_stream.main: invalid-kms-key-id.',
    )
    expect(svg).toContain('prefers-color-scheme: dark')
    expect(svg).not.toMatch(/<script|href=|url\((?!#)|@import/)
  })

  it('cuts nothing off, and lays no box over another', () => {
    const svg = graphSvg([nasty, ordinary])
    const [, , width = 0, height = 0] = numbers(/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '')
    let [left, top] = [0, 0]
    const boxes: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }[] = []
    for (const indented of svg.split('\n')) {
      const line = indented.trim()
      // Below all graphs.
      if (indented.startsWith('  <text')) [left, top] = [0, 0]
      const [, x, y] = /^<g transform="translate\((\S+) (\S+)\)">$/.exec(line) ?? []
      if (x !== undefined && y !== undefined) [left, top] = x === '0' ? [left, top + Number(y)] : [Number(x), Number(y)]
      const box = /^<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)"/.exec(line)?.slice(1).map(Number)
      if (box) {
        const [bx = 0, by = 0, w = 0, h = 0] = box
        boxes.push({ x: left + bx, y: top + by, w, h })
      }
      const text = /^<text [^>]*x="(\S+)" y="(\S+)" textLength="(\S+)"/.exec(line)?.slice(1).map(Number)
      if (text) {
        const [tx = 0, ty = 0, length = 0] = text
        expect(left + tx + length).toBeLessThanOrEqual(width)
        expect(top + ty).toBeLessThanOrEqual(height)
      }
    }
    expect(boxes.length).toBe(NASTY.length + ordinary.nodes.length)
    for (const [at, { x, y, w, h }] of boxes.entries()) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + w).toBeLessThanOrEqual(width)
      expect(y + h).toBeLessThanOrEqual(height)
      for (const other of boxes.slice(at + 1)) {
        const isApart = x + w <= other.x || other.x + other.w <= x || y + h <= other.y || other.y + other.h <= y
        expect(isApart).toBe(true)
      }
    }
  })
})
