/** What GitHub's runner makes of the output of a step, as its `ActionCommand.cs` reads it. */
export interface Command {
  readonly name: string
  readonly properties: ReadonlyMap<string, string>
  readonly data: string
}

const REGISTERED = new Set([
  ...['error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'add-mask', 'add-matcher', 'remove-matcher'],
  ...['set-output', 'save-state', 'set-env', 'add-path', 'echo', 'stop-commands'],
])

const OF_DATA = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
] as const
const OF_PROPERTY = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
] as const

const unescaped = (text: string, mappings: readonly (readonly [string, string])[]): string =>
  mappings.reduce((result, [from, to]) => result.replaceAll(from, to), text)

/** The commands in the lines of an output, and the lines that are none. */
export const readCommands = (
  output: string,
): { readonly commands: readonly Command[]; readonly lines: readonly string[] } => {
  const commands: Command[] = []
  const lines: string[] = []
  for (const line of output.split(/\r\n|\r|\n/)) {
    const command = current(line) ?? old(line)
    if (command) commands.push(command)
    else if (line !== '') lines.push(line)
  }
  return { commands, lines }
}

const current = (line: string): Command | undefined => {
  const message = line.trimStart()
  if (!message.startsWith('::')) return undefined
  const end = message.indexOf('::', 2)
  if (end < 0) return undefined
  return command(message.slice(2, end), ',', (text) => unescaped(text, OF_PROPERTY), message.slice(end + 2))
}

/** Of the older form, which may stand anywhere in a line. */
const old = (line: string): Command | undefined => {
  const start = line.indexOf('##[')
  const end = line.indexOf(']', start)
  return start < 0 || end < 0
    ? undefined
    : command(line.slice(start + 3, end), ';', (text) => text, line.slice(end + 1))
}

const command = (
  info: string,
  separator: string,
  taken: (text: string) => string,
  data: string,
): Command | undefined => {
  const blank = info.indexOf(' ')
  const name = blank < 0 ? info : info.slice(0, blank)
  if (!REGISTERED.has(name)) return undefined
  const properties = new Map<string, string>()
  for (const property of blank < 0 ? [] : info.slice(blank + 1).split(separator)) {
    const [, key, value] = /^([^=]+)=(.+)$/s.exec(property) ?? []
    if (key !== undefined && value !== undefined) properties.set(key.trim(), taken(value))
  }
  return { name, properties, data: unescaped(data, OF_DATA) }
}
