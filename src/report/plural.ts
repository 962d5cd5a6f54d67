/** `1 error`, `2 errors`; `2 patches` where the plural is given. */
export const count = (number: number, noun: string, plural = `${noun}s`): string =>
  `${number} ${number === 1 ? noun : plural}`
