/** Patches made by hand. */
import type { Edit, Finding, Fix } from '../../src/finding.js'
import type { Patch } from '../../src/fix/patch.js'
import { SourceFile } from '../../src/source/source-file.js'

export const file = (path: string, text: string): SourceFile => new SourceFile(path, text)

/** In place of the first such text. */
export const replacing = (source: SourceFile, text: string, by: string): Edit => {
  const start = source.text.indexOf(text)
  if (start < 0) throw new Error(`${source.path} does not hold ${text}`)
  return { source, span: { start, end: start + text.length }, text: by }
}

/** Whole lines before the first such text. */
export const inserting = (source: SourceFile, before: string, text: string): Edit => {
  const { span } = replacing(source, before, '')
  return { source, span: { start: span.start, end: span.start }, text, isWhole: true }
}

export const patch = (...edits: readonly Edit[]): Patch => {
  const fix: Fix = { safety: 'safe', title: 'write another text', edits }
  const [first] = edits
  const finding: Finding = {
    rule: 'unsupported-mode',
    severity: 'error',
    verdict: 'violation',
    address: 'aws_rds_cluster.main',
    home: '.',
    message: '',
    hint: '',
    because: [],
    related: [],
    fingerprint: '',
    url: '',
    fix,
    ...(first && { location: { kind: 'source', source: first.source, span: first.span } }),
  }
  return { fix, findings: [finding] }
}
