/** Where the blocks of a module name a resource. */
import type { SourceFile } from '../../source/source-file.js'
import type { Span } from '../../source/span.js'
import type { Argument, Content, Module, Resource } from '../../terraform/configuration.js'
import { argumentsIn, referencesIn, type StaticReference } from '../../terraform/static-references.js'

/** A name in an expression; without a place in a plan's JSON. */
export interface Mention {
  readonly argument: Argument
  /** Of the resource's name, which follows its type. */
  readonly place?: { readonly source: SourceFile; readonly span: Span }
}

/** Those outside of the resource's own block. */
export const mentionsOf = (module: Module, { type, name, address }: Resource): readonly Mention[] =>
  argumentsOf(module, address).flatMap((argument) =>
    referencesIn(argument.expression)
      .filter(({ root, steps: [first] }) => root === type && first?.kind === 'attribute' && first.name === name)
      .map((reference) => mention(argument, reference)),
  )

const mention = (argument: Argument, { steps: [first] }: StaticReference): Mention => {
  const source = argument.written?.source
  if (!first || !source) return { argument }
  // The step begins with its dot.
  const end = first.span.end
  const text = source.slice(first.span)
  return { argument, place: { source, span: { start: end - text.replace(/^\s*\.\s*/, '').length, end } } }
}

const argumentsOf = (module: Module, except: string): readonly Argument[] => {
  const found: Argument[] = []
  const add = (all: Iterable<Argument | undefined>): void => {
    for (const argument of all) if (argument) found.push(argument)
  }
  for (const address of module.resources.keys()) {
    const resource = address === except ? undefined : module.resources.get(address)
    if (!resource) continue
    add(argumentsIn(resource.content))
    add([resource.count, resource.forEach, ...resource.dependsOn])
    if (resource.lifecycle) add(argumentsIn(resource.lifecycle.content))
  }
  for (const { content, count, forEach, dependsOn } of module.calls.values())
    add([...argumentsIn(content), count, forEach, ...dependsOn])
  for (const { argument } of module.locals?.values() ?? []) add([argument])
  for (const { value, dependsOn, content } of module.outputs.values())
    add([value, ...dependsOn, ...argumentsIn(content)])
  for (const { content } of module.providers) add(argumentsIn(content))
  return [...new Set(found)]
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
