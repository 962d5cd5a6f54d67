import { describe, expect, test } from 'vitest'
import { parseDirective } from '../../src/suppression/directive.js'

const KNOWN = ['missing-activity-stream', 'invalid-kms-key-id', 'unused-suppression']
const MISSING = 'missing-activity-stream'
const KEY = 'invalid-kms-key-id'
/** Behind the prefix. */
const parse = (text: string) => parseDirective(text, KNOWN)

describe('a suppression', () => {
  test.each([
    [`ignore ${MISSING} reason="dev only"`, { rules: [MISSING], reason: 'dev only' }],
    [`ignore ${MISSING} reason="dev" until=2027-01-31`, { rules: [MISSING], reason: 'dev', until: '2027-01-31' }],
    [`ignore ${MISSING} until=2027-01-31 reason="dev"`, { rules: [MISSING], reason: 'dev', until: '2027-01-31' }],
    [`ignore ${MISSING} until="2028-02-29" reason=dev`, { rules: [MISSING], reason: 'dev', until: '2028-02-29' }],
    [`ignore\t${MISSING}\treason="dev"\t`, { rules: [MISSING], reason: 'dev' }],
    [`ignore ${MISSING},${KEY} reason=DB-12`, { rules: [MISSING, KEY], reason: 'DB-12' }],
    [`ignore ${MISSING} , ${KEY}, ${KEY} reason="x"`, { rules: [MISSING, KEY], reason: 'x' }],
    [`ignore ${KEY} reason="say \\"no\\", \\\\ and C:\\d"`, { rules: [KEY], reason: 'say "no", \\ and C:\\d' }],
    [
      `ignore ${KEY} reason="until=2020-01-01 # reason=\\"\\""`,
      { rules: [KEY], reason: 'until=2020-01-01 # reason=""' },
    ],
    [`ignore ${KEY} reason="größer 😀"`, { rules: [KEY], reason: 'größer 😀' }],
  ])('%s', (text, expected) => {
    expect(parse(text)).toEqual({ kind: 'ignore', ...expected })
  })
})

describe('what is none is told so', () => {
  test.each([
    ['ignore', 'does not begin with the ids of rules'],
    ['ignore reason="dev"', 'does not begin with the ids of rules'],
    [`ignore ${MISSING}, reason="dev"`, 'does not begin with the ids of rules'],
    [`ignore ${MISSING}`, 'has no reason'],
    [`ignore ${MISSING} reason=""`, 'has no reason'],
    [`ignore ${MISSING} reason="  "`, 'has no reason'],
    [`ignore ${MISSING} until=2027-01-31`, 'has no reason'],
    [`ignore ${MISSING} reason=`, 'has nothing behind reason='],
    [`ignore ${MISSING} reason= until=2027-01-31`, 'has nothing behind reason='],
    [`ignore ${MISSING} reason="dev`, 'has a quotation mark that is never closed'],
    [`ignore ${MISSING} reason="dev\\"`, 'has a quotation mark that is never closed'],
    [`ignore ${MISSING} reason=dev only`, 'has something in it that means nothing: only'],
    [`ignore ${MISSING} reason="dev"only`, 'has something in it that means nothing: reason="dev"only'],
    [`ignore ${MISSING} ${KEY} reason="dev"`, `has something in it that means nothing: ${KEY} reason="dev"`],
    [`ignore ${MISSING} because="dev"`, 'has an option because'],
    [`ignore ${MISSING} reason="a" reason="b"`, 'says reason twice'],
    [`ignore ${MISSING} reason="a" until=soon`, 'ends on soon, which is no day'],
    [`ignore ${MISSING} reason="a" until=2027-02-29`, 'ends on 2027-02-29, which is no day'],
    [`ignore ${MISSING} reason="a" until=2027-13-01`, 'ends on 2027-13-01, which is no day'],
    [`ignore ${MISSING} reason="a" until=27-1-1`, 'ends on 27-1-1, which is no day'],
    [`ignore ${MISSING} reason="a" until=""`, 'ends on , which is no day'],
    [`ignore:${MISSING} reason="a"`, 'has no blank behind tf-das-lint:ignore'],
    [`ignore[${MISSING}]`, 'has no blank behind tf-das-lint:ignore'],
    [` ignore ${MISSING} reason="a"`, 'has a blank behind its colon'],
    ['disable', 'begins with tf-das-lint:disable'],
    [' disable-next-line x', 'begins with tf-das-lint:disable-next-line'],
    [`ignroe ${MISSING} reason="a"`, 'begins with tf-das-lint:ignroe'],
    [`Ignore ${MISSING} reason="a"`, 'begins with tf-das-lint:Ignore'],
    ['', 'begins with tf-das-lint:'],
    ['ignore * reason="a"', 'names *, which is no rule'],
    ['ignore __proto__ reason="a"', 'names __proto__, which is no rule'],
  ])('%s', (text, what) => {
    const mistake = parse(text)
    expect(mistake).toMatchObject({ kind: 'mistake', hint: expect.stringMatching(/./) })
    expect(mistake?.kind === 'mistake' && mistake.what).toContain(what)
  })

  test('with what was probably meant', () => {
    expect(parse('ignore missing-activity-steam reason="a"')).toEqual({
      kind: 'mistake',
      what: 'names missing-activity-steam, which is no rule',
      hint: 'did you mean missing-activity-stream?',
    })
    expect(parse(`ignore ${KEY} raeson="a"`)).toMatchObject({ hint: 'did you mean reason?' })
  })
})

test.each([' finds this, see the README', ' https://example.org', ' it', '\tTODO'])('prose is none: %s', (text) => {
  expect(parse(text)).toBeUndefined()
})
