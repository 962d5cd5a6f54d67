import { name } from '../project.js'
import { type Annotation, SHOWN } from '../report/annotations.js'
import { visible } from '../report/control-characters.js'
import { annotationCommand } from '../report/github.js'
import { workflowCommand } from '../report/workflow-commands.js'
import type { Host } from './host.js'

/** A log is no terminal: wide enough for most lines of a configuration. */
export const COLUMNS = 120

/** What a step says: lines in its log, some of which the runner takes for commands. */
export class Log {
  readonly #host: Host

  constructor(host: Host) {
    this.#host = host
  }

  /** Text that may quote anybody's files. Where it holds what could be a command, the runner is to listen to none until it hears a word. */
  text(text: string): void {
    const { toolkit, unguessable } = this.#host
    const isHarmless = !/::|##\[/.test(text)
    const word = isHarmless ? '' : unguessable()
    if (!isHarmless) toolkit.info(workflowCommand('stop-commands', new Map(), word))
    if (text !== '') toolkit.info(text.replace(/\n$/, ''))
    if (!isHarmless) toolkit.info(workflowCommand(word, new Map(), ''))
  }

  /** The same, folded: only the title is seen. */
  folded(title: string, text: string): void {
    this.#host.toolkit.startGroup(visible(title))
    this.text(text)
    this.#host.toolkit.endGroup()
  }

  line(text: string): void {
    this.text(visible(text))
  }

  notice(message: string): void {
    this.annotate({ level: 'notice', title: name, message })
  }

  annotate(annotation: Annotation): void {
    this.#host.toolkit.info(annotationCommand(annotation))
  }

  /** As many of each level as GitHub shows; `taken` are told in another way. */
  annotateFirst(all: readonly Annotation[], taken: Readonly<Record<Annotation['level'], number>>): void {
    for (const level of ['error', 'warning', 'notice'] as const) {
      const ofLevel = all.filter((each) => each.level === level)
      for (const annotation of ofLevel.slice(0, SHOWN - taken[level])) this.annotate(annotation)
    }
  }
}
