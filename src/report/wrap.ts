import { displayWidth } from './display-width.js'

/**
 * Breaks prose at blanks into lines of at most `width` columns. A word that is longer (an address, an ARN) gets a line
 * of its own and stays whole: people copy it.
 */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}

/** Prose behind a label, with the lines that follow aligned under the first. */
export const hanging = (label: string, text: string, width: number): readonly string[] => {
  const indent = displayWidth(label)
  return wrap(text, Math.max(width - indent, 20)).map((line, index) =>
    index === 0 ? `${label}${line}` : `${' '.repeat(indent)}${line}`,
  )
}
