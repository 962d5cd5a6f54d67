import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClusterGraph } from '../../src/graph/cluster-graph.js'
import { flowchart, mermaid } from '../../src/report/mermaid.js'
import { anyGraph, graphOf, NASTY, ordinary } from './graphs.js'

/** Nothing that means anything to Mermaid, HTML or Markdown, or its code. */
const TEXT = String.raw`(?:[A-Za-z0-9_ ./()[\]✗…-]|#\d+;|<br>)+`
const NODE = new RegExp(
  String.raw`^n\d+(?:\[\("${TEXT}"\)\]|\(\["${TEXT}"\]\)|\[\["${TEXT}"\]\]|\{\{"${TEXT}"\}\}|\["${TEXT}"\]|\("${TEXT}"\))$`,
)
const EDGE = new RegExp(String.raw`^n\d+ (?:-->|-\.->)(?:\|"${TEXT}"\|)? n\d+$`)
const FRAME = new RegExp(String.raw`^subgraph g\d+\["${TEXT}"\]$`)
const CLOSING =
  /^classDef faulty stroke:#d1242f,stroke-width:3px$|^class n\d+(?:,n\d+)* faulty$|^rest\("… and \d+ more clusters"\)$/

/** Each line is one of ours, and every arrow has both its ends. */
const expectGrammar = (text: string): void => {
  const [first, ...lines] = text.split('\n').map((line) => line.trim())
  expect(first).toBe('flowchart LR')
  expect(lines.pop()).toBe('')
  const ids = new Set<string>()
  let depth = 0
  for (const line of lines) {
    if (NODE.test(line)) ids.add(/^n\d+/.exec(line)?.[0] ?? '')
    else if (FRAME.test(line)) depth += 1
    else if (line === 'end') depth -= 1
    else if (line !== 'direction LR' && !CLOSING.test(line)) {
      expect(line).toMatch(EDGE)
      const [from = '', , to = ''] = /^(n\d+) (.*) (n\d+)$/.exec(line)?.slice(1) ?? []
      expect(ids).toContain(from)
      expect(ids).toContain(to)
    }
  }
  expect(depth).toBe(0)
  expect(text.length).toBeLessThanOrEqual(50_000)
}

describe('a flowchart', () => {
  it('shows types, names and modules, in shapes, with what is wrong', () => {
    expect(mermaid(ordinary)).toBe(`flowchart LR
  n1{{"aws_kms_key<br>audit"}}
  n2(["aws_rds_cluster_activity_stream<br>main<br>✗ invalid-kms-key-id"])
  n3[("aws_rds_cluster<br>main[0]<br>in module.db[#34;a#34;]")]
  n2 -.->|"kms_key_id"| n1
  n2 -->|"resource_arn"| n3
  classDef faulty stroke:#d1242f,stroke-width:3px
  class n2 faulty
`)
  })

  it('says that a stream is not there', () => {
    const off = { ...graphOf(['s']), nodes: [{ address: 's', kind: 'stream', state: 'turned-off' } as const] }
    expect(mermaid(off)).toContain('n1(["s<br>turned off"])')
    const deleted = { ...graphOf(['s']), nodes: [{ address: 's', kind: 'stream', state: 'deleted' } as const] }
    expect(mermaid(deleted)).toContain('n1(["s<br>deleted by the plan"])')
  })

  it('says that there is none', () => {
    expect(flowchart([])).toBe('flowchart LR\n  n1["no Aurora cluster"]\n')
  })

  it('frames each of several graphs, with ids of their own', () => {
    const text = flowchart([ordinary, ordinary])
    expectGrammar(text)
    expect(text).toContain('subgraph g2["module.db[#34;a#34;].aws_rds_cluster.main[0] in prod"]')
    expect(text).toContain('class n2,n5 faulty')
  })

  it.each(NASTY)('lets %j be a name', (name) => {
    const text = mermaid(graphOf(['aws_rds_cluster.main', name], { labels: [name], faulty: [1] }))
    expectGrammar(text)
    for (const code of text.matchAll(/#(\d+);/g)) expect(Number(code[1])).toBeLessThanOrEqual(0x10ffff)
  })

  it('begins no formula and no Markdown', () => {
    const text = mermaid(graphOf(['$$x$$ `y`']))
    expect(text).toContain('"#36;#8203;#36;x#36;#8203;#36; #96;y#96;"')
  })

  it('holds its grammar whatever the names are', () => {
    fc.assert(
      fc.property(anyGraph, fc.array(anyGraph, { maxLength: 3 }), (graph, others) => {
        expectGrammar(mermaid(graph))
        expectGrammar(flowchart([graph, ...others]))
      }),
      { seed: 6, numRuns: 300 },
    )
  })

  it('is never longer than Mermaid draws, nor has more edges', () => {
    const wide = (length: number): ClusterGraph =>
      graphOf(Array.from({ length: 66 }, (_, at) => `aws_rds_cluster.${'ü'.repeat(length)}${at}`))
    expectGrammar(mermaid(wide(200)))
    const many = flowchart(Array.from({ length: 200 }, () => wide(20)))
    expectGrammar(many)
    expect(many).toMatch(/rest\("… and \d+ more clusters"\)/)
    expect(many.match(/^ *n\d+ -/gm)?.length).toBeLessThanOrEqual(500)
  })
})
