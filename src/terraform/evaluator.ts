import { parseEmbeddedExpression } from '../hcl/index.js'
import type { Expression as SourceExpression } from '../hcl/syntax.js'
import { SourceFile } from '../source/source-file.js'
import { instanceAddress, keyIdentity, keySuffix, moduleIdentity, within } from './address.js'
import type { Argument, ModuleCall, Resource, RootModule, Variable } from './configuration.js'
import { convert, parseTypeConstraint, type TypeConstraint } from './conversion.js'
import { type Expansion, expandCount, expandForEach, instanceKeys, repetition } from './expansion.js'
import { evaluate } from './expressions.js'
import { callFunction, type FunctionContext } from './functions/index.js'
import { handedIn } from './handed-in.js'
import { instanceSet } from './instance-set.js'
import { type ModuleInstance, rootInstance } from './module-instance.js'
import { mergePlanned } from './planned-merge.js'
import type { PlannedState } from './planned-state.js'
import type { InstanceKey, ResourceInstanceReference } from './reference.js'
import type { Repetition, Scope } from './scope.js'
import { attributeOf, elementAt, type ReadAttribute } from './steps.js'
import { renderTemplate } from './template-text.js'
import type { Value } from './value.js'
import { failure, isKnown, mapping, markSensitive, resolve, unknown, withOrigin } from './values.js'

/** What a configuration is evaluated in. */
export interface Surroundings {
  readonly workspace: Value
  /** File functions; they reach nothing outside of the scanned tree. */
  readonly functions: Omit<FunctionContext, 'renderTemplate'>
  /** A plan's own account of the instances and their values. */
  readonly planned?: PlannedState
}

/** Expressions and references within each other: more would not fit on the stack. */
const DEEPEST = 400

/** Expressions evaluated for one root module, a loop's each time: real ones take thousands. */
const MOST_STEPS = 2_000_000

/** Evaluates one root module with all that it calls, each name once, when it is asked for. */
export class Evaluator {
  readonly root: RootModule
  readonly rootInstance: ModuleInstance
  readonly planned: PlannedState | undefined
  readonly #surroundings: Surroundings
  readonly #values = new Map<ModuleInstance, Map<string, Value>>()
  readonly #expansions = new Map<ModuleInstance, Map<string, Expansion>>()
  readonly #children = new Map<ModuleInstance, Map<string, readonly ModuleInstance[]>>()
  readonly #resources = new Map<ModuleInstance, Map<string, Value>>()
  readonly #types = new Map<Variable, TypeConstraint>()
  readonly #attributes = new Map<ModuleInstance, Map<string, Value | undefined>>()
  #depth = 0
  /** What was made while something was too deep is forgotten afterwards: asked from elsewhere it may be known. */
  readonly #provisional: (() => void)[] = []
  #isTooDeep = false
  #steps = 0

  constructor(root: RootModule, surroundings: Surroundings) {
    this.root = root
    this.rootInstance = rootInstance(root.module)
    this.planned = surroundings.planned
    this.#surroundings = surroundings
  }

  get workspace(): Value {
    return this.#surroundings.workspace
  }

  /** An argument in its module instance; `repetition` is that of the block it stands in, `bound` what a `dynamic` block binds. */
  argument(argument: Argument, module: ModuleInstance, repetition?: Repetition, bound?: Scope['bound']): Value {
    const scope: Scope = { module, holder: argument, ...(repetition && { repetition }), ...(bound && { bound }) }
    return this.within(() => evaluate(this, argument.expression, scope))
  }

  /** An expression that somebody wrote as text; a failure where it is none, or names nothing. */
  text(text: string, module: ModuleInstance, repetition?: Repetition): Value {
    const source = new SourceFile('text', text)
    const { expression, diagnostics } = parseEmbeddedExpression(source, { start: 0, end: text.length })
    if (diagnostics.length > 0) return failure('it is no expression')
    return this.argument({ name: 'text', owner: 'outside', expression }, module, repetition)
  }

  call(name: string, args: readonly Value[], scope: Scope): Value {
    return callFunction(name, args, {
      ...this.#surroundings.functions,
      renderTemplate: (text, variables) => renderTemplate(this, text, variables, scope.module),
    })
  }

  variable(module: ModuleInstance, name: string): Value {
    return this.#remember(module, `var.${name}`, () => {
      const variable = module.module.variables.get(name)
      if (!variable) return failure(`var.${name} is not declared`)
      const given = this.#given(module, variable)
      const value =
        given && !(isKnown(resolve(given), null) && !variable.nullable) ? given : this.#default(module, variable)
      const typed = convert(value, this.#type(variable), (expression) =>
        evaluate(this, expression, { module, holder: optionalDefault(variable, expression) }),
      )
      const kept = withOrigin(typed, value.origin)
      const passed = module.parent?.call.content.arguments.get(name)
      const handed = passed && given ? handedIn(kept, passed) : kept
      return variable.sensitive ? markSensitive(handed) : handed
    })
  }

  #given(module: ModuleInstance, variable: Variable): Value | undefined {
    const { parent } = module
    if (parent) {
      const argument = parent.call.content.arguments.get(variable.name)
      return (
        argument &&
        this.argument(argument, parent.instance, this.repetitionOf(parent.instance, parent.call, parent.key))
      )
    }
    const argument = this.root.given.get(variable.name)
    return argument && this.argument(argument, module)
  }

  #default(module: ModuleInstance, variable: Variable): Value {
    if (variable.default) return this.argument(variable.default, module)
    const name = within(module, `var.${variable.name}`)
    return unknown(`${name} has no value`, `${moduleIdentity(module)}/var.${variable.name}`)
  }

  #type(variable: Variable): TypeConstraint {
    const remembered = this.#types.get(variable)
    if (remembered) return remembered
    const type: TypeConstraint = variable.type ? parseTypeConstraint(variable.type) : { kind: 'any' }
    this.#types.set(variable, type)
    return type
  }

  local(module: ModuleInstance, name: string): Value {
    return this.#remember(module, `local.${name}`, () => {
      const { locals } = module.module
      if (!locals) {
        const address = within(module, `local.${name}`)
        return unknown(`a plan's JSON does not hold ${address}`, `${moduleIdentity(module)}/local.${name}`)
      }
      const local = locals.get(name)
      return local ? this.argument(local.argument, module) : failure(`local.${name} is not declared`)
    })
  }

  output(module: ModuleInstance, name: string): Value {
    return this.#remember(module, `output.${name}`, () => {
      const output = module.module.outputs.get(name)
      if (!output?.value) return failure(`${module.address} has no output ${name}`)
      const value = this.argument(output.value, module)
      return output.sensitive ? markSensitive(value) : value
    })
  }

  isRepeatedCall(module: ModuleInstance, name: string): boolean {
    const call = module.module.calls.get(name)
    return call !== undefined && this.expansionOf(module, call).kind !== 'single'
  }

  /** `module.name.output`, or `module.name[key].output`. */
  moduleOutput(module: ModuleInstance, name: string, key: Value | undefined, output: string): Value {
    const call = module.module.calls.get(name)
    if (!call) return failure(`module.${name} is not declared`)
    if (call.module.kind === 'absent') {
      const whole = absentObject(module, call, call.module.because)
      const instance = key ? elementAt(whole, key, this.readAttribute) : whole
      return attributeOf(instance, output, this.readAttribute)
    }
    const expansion = this.expansionOf(module, call)
    if (expansion.kind === 'single') {
      const [only] = this.childInstances(module, call)
      return only && !key ? this.output(only, output) : failure(`module.${name} has no instances to choose from`)
    }
    if (!key) return failure(`module.${name} has instances`)
    const set = instanceSet(within(module, `module.${name}`), expansion, (instance) => {
      const child = this.#child(module, call, instance)
      return child ? this.output(child, output) : unknown(`nobody knows which instance of module.${name} is meant`)
    })
    return set.at(key)
  }

  /** `module.name` as a whole: an object of its outputs, or a collection of those. */
  moduleObject(module: ModuleInstance, name: string): Value {
    const call = module.module.calls.get(name)
    if (!call) return failure(`module.${name} is not declared`)
    if (call.module.kind === 'absent') return absentObject(module, call, call.module.because)
    const expansion = this.expansionOf(module, call)
    const [only] = this.childInstances(module, call)
    if (expansion.kind === 'single') return only ? this.#outputs(only) : failure(`module.${name} has no instance`)
    const instances = instanceSet(within(module, `module.${name}`), expansion, (key) => {
      const child = this.#child(module, call, key)
      return child ? this.#outputs(child) : unknown(`nobody knows which instance of module.${name} is meant`)
    })
    return { kind: 'opaque', instances }
  }

  #outputs(module: ModuleInstance): Value {
    return mapping(
      'object',
      [...module.module.outputs.keys()].map((name) => [name, this.output(module, name)] as const),
    )
  }

  /** A resource as a whole: its one instance, or the set of them. */
  resource(module: ModuleInstance, address: string): Value {
    const remembered = this.#resources.get(module)?.get(address)
    if (remembered) return remembered
    const resource = module.module.resources.get(address)
    if (!resource) return failure(`${within(module, address)} is not declared`)
    const make = (key: InstanceKey): Value => ({ kind: 'symbolic', of: { resource, module, key }, path: [] })
    const expansion = this.expansionOf(module, resource)
    const value: Value =
      expansion.kind === 'single'
        ? make({ kind: 'none' })
        : { kind: 'opaque', instances: instanceSet(within(module, address), expansion, make) }
    inner(this.#resources, module).set(address, value)
    return value
  }

  readonly readAttribute: ReadAttribute = (value, name) => this.attribute(value.of, name)

  /** What the configuration or the plan says of an attribute; `undefined` where it is known only after apply. */
  attribute(instance: ResourceInstanceReference, name: string): Value | undefined {
    if (!this.planned) {
      const written = instance.resource.content.arguments.get(name)
      // What is left out, or says itself what it is, takes longer to remember than to find.
      if (!written || written.expression.kind === 'literal') return written && this.argument(written, instance.module)
    }
    const attributes = inner(this.#attributes, instance.module)
    const key = `${instance.resource.address}${keyIdentity(instance.key)}.${name}`
    if (attributes.has(key)) return attributes.get(key)
    attributes.set(key, unknown(`${instanceAddress(instance)}.${name} refers to itself`))
    const value = this.#attribute(instance, name)
    attributes.set(key, value)
    if (this.#isTooDeep) this.#provisional.push(() => attributes.delete(key))
    return value
  }

  #attribute(instance: ResourceInstanceReference, name: string): Value | undefined {
    const argument = instance.resource.content.arguments.get(name)
    const configured =
      argument &&
      this.argument(argument, instance.module, this.repetitionOf(instance.module, instance.resource, instance.key))
    return this.merged(configured, this.planned?.attribute(instance, name))
  }

  /** What the configuration says of a value together with what the plan knows of it. */
  merged(configured: Value | undefined, planned: Value | undefined): Value | undefined {
    if (planned === undefined) return configured
    if (configured === undefined) return planned
    const merged = mergePlanned(
      configured,
      planned,
      (of) => this.planned?.resourceKeys(of.module, of.resource) !== undefined,
    )
    return planned.sensitive ? markSensitive(merged) : merged
  }

  expansionOf(module: ModuleInstance, block: Resource | ModuleCall): Expansion {
    const place = 'address' in block ? block.address : `module.${block.name}`
    const expansions = inner(this.#expansions, module)
    const remembered = expansions.get(place)
    if (remembered) return remembered
    // A resource whose number depends on itself is told so by Terraform; here it is merely not known.
    expansions.set(place, {
      kind: 'unknown',
      keying: block.forEach ? 'for_each' : 'count',
      element: unknown([]),
      keys: `@${place}`,
      atMostOne: false,
      because: [`${within(module, place)} depends on itself`],
    })
    const expansion = this.#expand(module, block, within(module, place))
    expansions.set(place, expansion)
    return expansion
  }

  #expand(module: ModuleInstance, block: Resource | ModuleCall, place: string): Expansion {
    const configured = block.forEach
      ? expandForEach(this.argument(block.forEach, module), place)
      : block.count
        ? expandCount(this.argument(block.count, module), place)
        : ({ kind: 'single' } as const)
    const keys = 'address' in block ? this.planned?.resourceKeys(module, block) : this.planned?.callKeys(module, block)
    if (keys === undefined || (configured.kind === 'single' && keys.length === 0)) return configured
    // A plan's JSON leaves a constant `count` or `for_each` out: the keys tell.
    const keying =
      configured.kind === 'single' ? (typeof keys[0] === 'number' ? 'count' : 'for_each') : configured.keying
    const values = keys.map((key) => {
      const element = repetition(configured, { kind: 'known', value: key })?.eachValue
      return [key, element ?? unknown(`a plan's JSON does not hold each.value of ${place}`)] as const
    })
    return {
      kind: 'instances',
      keying,
      keys: configured.kind === 'single' ? `@${place}` : configured.keys,
      values: new Map(values),
    }
  }

  instancesOf(module: ModuleInstance, resource: Resource): readonly ResourceInstanceReference[] {
    const enabled = this.enabled(module, resource)
    if (this.planned?.isAbsent(module, resource) || (enabled && isKnown(enabled, false))) return []
    return instanceKeys(this.expansionOf(module, resource)).map((key) => ({ resource, module, key }))
  }

  /** OpenTofu's `lifecycle { enabled = … }`, which takes the place of `count`. */
  enabled(module: ModuleInstance, resource: Resource): Value | undefined {
    const enabled = resource.lifecycle?.content.arguments.get('enabled')
    return enabled && resolve(this.argument(enabled, module))
  }

  repetitionOf(module: ModuleInstance, block: Resource | ModuleCall, key: InstanceKey): Repetition | undefined {
    return key.kind === 'none' ? undefined : repetition(this.expansionOf(module, block), key)
  }

  /** The instances of the called module; empty where it is absent or has none. */
  childInstances(module: ModuleInstance, call: ModuleCall): readonly ModuleInstance[] {
    const children = inner(this.#children, module)
    const remembered = children.get(call.name)
    if (remembered) return remembered
    const called = call.module
    if (called.kind === 'absent') return []
    const instances = instanceKeys(this.expansionOf(module, call)).map((key): ModuleInstance => {
      return {
        module: called,
        address: within(module, `module.${call.name}`) + keySuffix(key),
        path: [...module.path, call.name],
        parent: { instance: module, call, key },
      }
    })
    children.set(call.name, instances)
    return instances
  }

  #child(module: ModuleInstance, call: ModuleCall, key: InstanceKey): ModuleInstance | undefined {
    return this.childInstances(module, call).find(({ parent }) => {
      if (parent?.key.kind === 'known') return key.kind === 'known' && parent.key.value === key.value
      return parent?.key.kind === key.kind
    })
  }

  #remember(module: ModuleInstance, name: string, compute: () => Value): Value {
    const values = inner(this.#values, module)
    const remembered = values.get(name)
    if (remembered) return remembered
    values.set(name, unknown(`${within(module, name)} refers to itself`))
    const value = this.within(compute)
    values.set(name, value)
    if (this.#isTooDeep) this.#provisional.push(() => values.delete(name))
    return value
  }

  /** One level deeper: an unknown instead of a stack that overflows. */
  within(compute: () => Value): Value {
    this.#steps += 1
    if (this.#steps > MOST_STEPS) return unknown('there is too much to be evaluated')
    if (this.#depth >= DEEPEST) {
      this.#isTooDeep = true
      return unknown('it leads through too many references and expressions within each other')
    }
    this.#depth += 1
    try {
      return compute()
    } finally {
      this.#depth -= 1
      if (this.#depth === 0 && this.#isTooDeep) {
        for (const forget of this.#provisional.splice(0)) forget()
        this.#isTooDeep = false
      }
    }
  }
}

const absentObject = (module: ModuleInstance, call: ModuleCall, because: string): Value => {
  const name = `module.${call.name}`
  return unknown(`${within(module, name)} is not known: ${because}`, `${moduleIdentity(module)}/${name}`)
}

/** The default of an optional attribute, which stands in the variable's type. */
const optionalDefault = ({ name, content }: Variable, expression: SourceExpression): Argument => {
  const { written } = content
  const { span } = expression
  const nameSpan = { start: span.start, end: span.start }
  return {
    name,
    owner: 'variable',
    expression,
    ...(written && { written: { source: written.source, span, nameSpan, expressionSpan: span } }),
  }
}

const inner = <K, V>(maps: Map<K, Map<string, V>>, key: K): Map<string, V> => {
  const found = maps.get(key)
  if (found) return found
  const made = new Map<string, V>()
  maps.set(key, made)
  return made
}
