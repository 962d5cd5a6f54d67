import type { Diagnostic } from '../../source/diagnostic.js'
import { decodeSource, type SourceFile } from '../../source/source-file.js'
import { isUtf16 } from './byte-scan.js'

/** In bytes. What is longer and full of small items would take minutes and gigabytes. */
const LARGEST_PARSED = 32_000_000

/**
 * The text of a configuration or values file; `undefined` where it is not to be parsed.
 * What is wrong with the bytes is reported, with the place where there is one.
 */
export const decode = (
  path: string,
  bytes: Uint8Array,
  report: (diagnostic: Diagnostic) => void,
): SourceFile | undefined => {
  if (isUtf16(bytes)) {
    report(encodedInUtf16(path))
    return undefined
  }
  if (bytes.length > LARGEST_PARSED) {
    report(tooLarge(path, bytes.length))
    return undefined
  }
  const source = decodeSource(path, bytes)
  if (!source.faithful) report(notUtf8(source))
  return source
}

export const encodedInUtf16 = (file: string): Diagnostic => ({
  severity: 'error',
  message: `${file} is encoded in UTF-16, Terraform reads UTF-8 only`,
  hint: 'save it as UTF-8',
  file,
})

const notUtf8 = (source: SourceFile): Diagnostic => {
  const start = source.text.indexOf('\ufffd')
  return {
    severity: 'error',
    message: `${source.path} is not valid UTF-8, broken characters are read as U+FFFD`,
    hint: 'save it as UTF-8',
    file: source.path,
    source,
    span: { start, end: start + 1 },
  }
}

const tooLarge = (file: string, bytes: number): Diagnostic => ({
  severity: 'error',
  message: `${file} is too large to be parsed, it has ${(bytes / 1e6).toFixed(1)} MB`,
  hint: 'nobody writes such a file by hand: have what generates it split it, or lint the plan as JSON instead',
  file,
})
