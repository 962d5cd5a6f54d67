/** All that the bundled yargs takes from `y18n`, which looks for files of translations that the bundle does not have. */
import { format } from 'node:util'

// biome-ignore lint/style/noDefaultExport: as the package has it
export default () => ({
  __: (text, ...values) => format(text, ...values),
  __n: (one, other, count, ...values) => format(count === 1 ? one : other, ...values),
  getLocale: () => 'en',
  setLocale: () => {},
  updateLocale: () => {},
})
