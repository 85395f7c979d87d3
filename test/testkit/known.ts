/** Tests of features we have that are not run, or not passed, by what their names begin with; and why. */
export const known: Readonly<Record<string, string>> = {}

export const reasonToSkip = (test: string): string | undefined =>
  Object.entries(known).find(([name]) => test.startsWith(name))?.[1]
