/** Where the blocks of a module name a resource. */
import type { SourceFile } from '../../source/source-file.js'
import type { Span } from '../../source/span.js'
import type { Argument, Content, Module, Resource } from '../../terraform/configuration.js'
import { referrersTo } from '../../terraform/module-references.js'
import type { StaticReference } from '../../terraform/static-references.js'

/** A name in an expression; without a place in a plan's JSON. */
export interface Mention {
  readonly argument: Argument
  /** Of the resource's name, which follows its type. */
  readonly place?: { readonly source: SourceFile; readonly span: Span }
}

/** Those outside of the resource's own block. */
export const mentionsOf = (module: Module, resource: Resource): readonly Mention[] =>
  referrersTo(module, resource.type, resource.name)
    .filter(({ of }) => !('address' in of) || of.address !== resource.address)
    .map(({ argument, reference }) => mention(argument, reference))

const mention = (argument: Argument, { steps: [first] }: StaticReference): Mention => {
  const source = argument.written?.source
  if (!first || !source) return { argument }
  // The step begins with its dot.
  const end = first.span.end
  const text = source.slice(first.span)
  return { argument, place: { source, span: { start: end - text.replace(/^\s*\.\s*/, '').length, end } } }
}

/** All files of which something of the module is known. */
export const sourcesOf = (module: Module): readonly SourceFile[] => {
  const contents: (Content | undefined)[] = [
    ...[...module.resources.keys()].map((address) => module.resources.get(address)?.content),
    ...[...module.calls.values()].map(({ content }) => content),
    ...[...module.outputs.values()].map(({ content }) => content),
    ...[...module.variables.values()].map(({ content }) => content),
  ]
  return [...new Set(contents.flatMap((content) => content?.written?.source ?? []))]
}
