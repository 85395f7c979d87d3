/** A set of words, given with blanks between them. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
