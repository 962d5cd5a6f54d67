/** All that the bundled yargs takes from `node:assert`, which takes longer to load than the rest of it. */
const fail = (actual, expected, message) => {
  throw new Error(message ?? `${actual}, not ${expected}`)
}

export const strictEqual = (actual, expected, message) => {
  if (!Object.is(actual, expected)) fail(actual, expected, message)
}

export const notStrictEqual = (actual, expected, message) => {
  if (Object.is(actual, expected)) fail(actual, expected, message)
}
