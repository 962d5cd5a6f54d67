import { describe, expect, test } from 'vitest'
import { FileIdentities, overlay } from '../../src/fix/overlay.js'
import { memoryFileSystem } from '../terraform/load/memory-file-system.js'

const base = memoryFileSystem({
  'db/main.tf': 'old\n',
  'db/other.tf': 'other\n',
  'linked.tf': { link: 'db/main.tf' },
  linked: { link: 'db' },
  'locked.tf': { fails: 'EACCES' },
})
const identities = new FileIdentities(base)
const over = overlay(base, identities, new Map([[identities.of('db/main.tf'), { after: 'näw\n' }]]))

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('a file that was changed', () => {
  const names = ['db/main.tf', './db/main.tf', '/project/db/main.tf', 'db/../db/main.tf', 'linked.tf', 'linked/main.tf']

  test.each(names)('is the same by the name %s', (name) => {
    expect(decoded(over.read(name))).toBe('näw\n')
    const access = over.open(name)
    const bytes = new Uint8Array(access.size)
    expect(access.read(bytes, 0)).toBe(5)
    expect(decoded(bytes)).toBe('näw\n')
    access.close()
  })

  test('is read among others, in the order given', () => {
    const visited: string[] = []
    over.readEach?.(['db/other.tf', 'linked.tf', 'locked.tf', 'gone.tf', 'db/main.tf'], (path, content) => {
      visited.push(`${path} ${content instanceof Error ? content.message.slice(0, 6) : decoded(content)}`)
    })
    expect(visited).toEqual([
      'db/other.tf other\n',
      'linked.tf näw\n',
      'locked.tf EACCES',
      'gone.tf ENOENT',
      'db/main.tf näw\n',
    ])
  })
})

test('everything else is as it is', () => {
  expect(decoded(over.read('db/other.tf'))).toBe('other\n')
  expect(() => over.read('gone.tf')).toThrow('ENOENT')
  expect(() => over.open('locked.tf')).toThrow('EACCES')
  expect(over.kind('linked')).toBe('directory')
  expect(over.kind('gone.tf')).toBeUndefined()
  expect(over.list('db')).toEqual(base.list('db'))
  expect(over.realPath('linked.tf')).toBe('/project/db/main.tf')
  expect(over.cwd).toBe(base.cwd)
})
