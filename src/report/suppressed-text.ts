import type { Finding, Location, SuppressedFinding, Suppression } from '../finding.js'
import { visible } from './control-characters.js'
import { isElsewhere } from './elsewhere.js'
import type { Style } from './style.js'
import { hanging } from './wrap.js'

/** What is suppressed, two lines each: where and what, and who said so. */
export const suppressedText = (
  suppressed: readonly SuppressedFinding[],
  style: Style,
  prose: number,
): readonly string[] => {
  if (suppressed.length === 0) return []
  return [
    `${style.heading('suppressed')}  ${style.quiet(String(suppressed.length))}`,
    '',
    ...suppressed.flatMap(({ finding, suppression }) => [
      headline(finding),
      ...hanging('   = ', visible(why(suppression)), prose).map(style.quiet),
    ]),
    '',
  ]
}

const headline = (finding: Finding): string => {
  const { rule, address, location, rootModule } = finding
  const root = isElsewhere(finding) ? `in the root module ${visible(rootModule ?? '')}` : ''
  return [placeOf(location), rule, visible(address), root].filter((part) => part !== '').join('  ')
}

/** Who said so, and why. */
export const why = (suppression: Suppression): string => {
  switch (suppression.kind) {
    case 'comment':
      return `${reasonOf(suppression)}, says the comment at ${placeOf(suppression.location)}`
    case 'exemption':
      return `${reasonOf(suppression)}, says ${suppression.file}`
    case 'baseline':
      return `it was there when ${suppression.file} was written`
    default:
      return suppression satisfies never
  }
}

const reasonOf = ({ reason, until }: Exclude<Suppression, { kind: 'baseline' }>): string =>
  until === undefined ? reason : `${reason} (until ${until})`

const placeOf = (location: Location | undefined): string => {
  if (location?.kind !== 'source') return visible(location?.file ?? '')
  return visible(`${location.source.path}:${location.source.position(location.span.start).line}`)
}
