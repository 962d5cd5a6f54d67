/** Short files, and what edits make of them. */
import { type BlockPlace, type Change, isUnmended } from '../../src/edit/index.js'
import type { Edit, Fix, Unmended } from '../../src/finding.js'
import { type Attribute, type Block, type ParsedFile, parseJsonSyntax, parseNative } from '../../src/hcl/index.js'
import { SourceFile } from '../../src/source/source-file.js'
import { configurationSchema } from '../../src/terraform/load/json-schema.js'

export const nativeFile = (text: string): ParsedFile => parseNative(new SourceFile('main.tf', text))

export const jsonFile = (text: string): ParsedFile =>
  parseJsonSyntax(new SourceFile('main.tf.json', text), configurationSchema)

/** The block with this type or last label, the first of them: nested ones by their way, `main.lifecycle`. */
export const placeIn = ({ source, body }: ParsedFile, way: string): BlockPlace => {
  let blocks = body.blocks
  let found: Block | undefined
  for (const name of way.split('.')) {
    found = blocks.find(({ type, labels }) => (labels.at(-1)?.value ?? type) === name)
    blocks = found?.body.blocks ?? []
  }
  if (!found) throw new Error(`there is no ${way}`)
  return { type: found.type, labels: found.labels.map(({ value }) => value), written: { source, block: found } }
}

export const attributeIn = ({ written }: BlockPlace, name: string): Attribute => {
  const attribute = written?.block.body.attributes.get(name)
  if (!attribute) throw new Error(`there is no ${name}`)
  return attribute
}

/** The file after the change; what stands in its way otherwise. */
export const edited = ({ source }: ParsedFile, change: Change | Fix | Unmended): string =>
  isUnmended(change) ? `unmended: ${change.reason}` : apply(source.text, change.edits)

/** In their order; insertions at one place follow each other. Throws where two take the same text. */
export const apply = (text: string, edits: readonly Edit[]): string => {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const parts: string[] = []
  let at = 0
  for (const { span, text: written } of sorted) {
    if (span.start < at)
      throw new Error(
        `two edits take the text at ${span.start}: ${JSON.stringify(sorted.map((one) => [one.span, one.text]))} of ${text}`,
      )
    parts.push(text.slice(at, span.start), written)
    at = span.end
  }
  return [...parts, text.slice(at)].join('')
}
