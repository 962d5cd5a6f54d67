/** The names, each unlike all others: one that was there before gets a number with which it is no other's. */
export const distinct = (
  names: readonly string[],
  numbered: (name: string, number: number) => string,
): readonly string[] => {
  const taken = new Set(names)
  const numbers = new Map<string, number>()
  return names.map((name) => {
    let number = (numbers.get(name) ?? 0) + 1
    if (number === 1) {
      numbers.set(name, number)
      return name
    }
    while (taken.has(numbered(name, number))) number += 1
    numbers.set(name, number)
    const fresh = numbered(name, number)
    taken.add(fresh)
    return fresh
  })
}
