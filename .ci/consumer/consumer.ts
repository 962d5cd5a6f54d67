// Compiled against the declarations of the package, with all that is strict.
import {
  type Finding,
  type Format,
  lint,
  type Mended,
  mend,
  type ReportOptions,
  reporters,
  rules,
  UserError,
  write,
} from 'tf-das-lint'
import config from 'tf-das-lint/schemas/config.schema.json' with { type: 'json' }

const addresses = (findings: readonly Finding[]): string[] => findings.map(({ address, rule }) => `${rule} ${address}`)

export const check = async (path: string, format: Format, options: ReportOptions): Promise<string> => {
  try {
    const report = await lint({ paths: [path], only: ['missing-activity-stream'] })
    const mended: Mended = await mend({ paths: [path], safety: 'safe' })
    await write(mended)
    return [
      config.title,
      ...addresses(report.findings),
      ...rules.map(({ id }) => id),
      reporters[format](report, options),
    ].join('\n')
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
}

// @ts-expect-error: paths is a list
export const wrong = lint({ paths: 'infra' })
