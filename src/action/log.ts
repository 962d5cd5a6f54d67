import { name } from '../project.js'
import { type Annotation, SHOWN } from '../report/annotations.js'
import { visible } from '../report/control-characters.js'
import { annotationCommand } from '../report/github.js'
import { withoutCommands } from '../report/workflow-commands.js'
import type { Host, Toolkit } from './host.js'

/** A log is no terminal: wide enough for most lines of a configuration. */
export const COLUMNS = 120

/** What a step says: lines in its log, some of which the runner takes for commands. */
export class Log {
  readonly #toolkit: Toolkit

  constructor({ toolkit }: Pick<Host, 'toolkit'>) {
    this.#toolkit = toolkit
  }

  /** Text that may quote anybody's files: nothing in it becomes a command. */
  text(text: string): void {
    if (text !== '') this.#toolkit.info(withoutCommands(text.replace(/\n$/, '')))
  }

  /** The same, folded: only the title is seen. */
  folded(title: string, text: string): void {
    this.#toolkit.startGroup(visible(title))
    this.text(text)
    this.#toolkit.endGroup()
  }

  line(text: string): void {
    this.text(visible(text))
  }

  notice(message: string): void {
    this.annotate({ level: 'notice', title: name, message })
  }

  annotate(annotation: Annotation): void {
    this.#toolkit.info(annotationCommand(annotation))
  }

  /** As many of each level as GitHub shows; `taken` are told in another way. */
  annotateFirst(all: readonly Annotation[], taken: Readonly<Record<Annotation['level'], number>>): void {
    for (const level of ['error', 'warning', 'notice'] as const) {
      const ofLevel = all.filter((each) => each.level === level)
      for (const annotation of ofLevel.slice(0, SHOWN - taken[level])) this.annotate(annotation)
    }
  }
}
