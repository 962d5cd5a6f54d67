import { count } from '../report/plural.js'
import type { Stats } from '../report/report.js'

/** `--stats`: what was read, and how long each stage took. */
export const statsText = (stats: Stats): string => {
  const read = `read ${count(stats.filesRead, 'file')}, ${size(stats.bytesRead)}; parsed ${stats.filesParsed}`
  const deployed = stats.deployed ? `, ${count(stats.deployed, 'document')} of what is deployed` : ''
  const judged = `${count(stats.rootModules, 'root module')}, ${count(stats.plans, 'plan')}${deployed}`
  const width = Math.max(...stats.stages.map(({ name }) => name.length), 'total'.length)
  const row = (name: string, milliseconds: number): string =>
    `  ${name.padEnd(width)}  ${milliseconds.toFixed(1).padStart(8)} ms`
  const total = stats.stages.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  return `${[read, judged, ...stats.stages.map((stage) => row(stage.name, stage.milliseconds)), row('total', total)].join('\n')}\n`
}

const size = (bytes: number): string => {
  if (bytes < 1000) return count(bytes, 'byte')
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
