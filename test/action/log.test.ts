import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Host } from '../../src/action/host.js'
import { Log } from '../../src/action/log.js'
import { heard } from './runner.js'

/** What the runner hears of it. */
const hear = (tell: (log: Log) => void) => {
  const lines: string[] = []
  const toolkit = {
    info: (text: string) => void lines.push(text),
    startGroup: (title: string) => void lines.push(`::group::${title}`),
    endGroup: () => void lines.push('::endgroup::'),
  }
  tell(new Log({ toolkit } as unknown as Host))
  return heard(lines.join('\n'))
}

/** Texts full of what the runner listens to. */
const hostile = fc
  .array(fc.constantFrom('::', '##[', ']', 'error', 'add-mask', 'stop-commands', ' file=a', '%0A', '\n', ' ', '%', 'x'))
  .map((pieces) => pieces.join(''))

it('makes no command of any text', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { commands, annotations, log } = hear((to) => to.text(text))
      expect([commands, annotations]).toEqual([[], []])
      expect(log.split('\n')).toHaveLength(text.replace(/\n$/, '').split('\n').length)
    }),
    { seed: 6, numRuns: 500 },
  )
})

it('folds any text behind any title', () => {
  fc.assert(
    fc.property(hostile, hostile, (title, text) => {
      const { commands, annotations } = hear((to) => to.folded(title, text))
      expect([commands, annotations]).toEqual([['group', 'endgroup'], []])
    }),
    { seed: 6, numRuns: 500 },
  )
})

it('makes one notice of any sentence', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { commands, annotations } = hear((to) => to.notice(text))
      expect(commands).toEqual([])
      expect(annotations).toHaveLength(1)
      expect(annotations[0]).toMatchObject({ level: 'notice', message: text })
    }),
    { seed: 6, numRuns: 500 },
  )
})

it('knows what the runner would listen to', () => {
  expect(heard('::error file=a::b').annotations).toEqual([{ level: 'error', message: 'b', properties: { file: 'a' } }])
  expect(heard('text ##[error]b').annotations).toEqual([{ level: 'error', message: 'b', properties: {} }])
  expect(heard('  ::add-mask::b').commands).toEqual(['add-mask'])
  expect(heard('::stop-commands::w\n::error::b\n::w::\n').annotations).toEqual([])
})
