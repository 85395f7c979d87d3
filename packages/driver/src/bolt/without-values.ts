/** A message about the text of the query alone: it names the place in it, and may quote that text. */
const aboutTheText = /^[^\n]* \(line \d+, column \d+ \(offset: \d+\)\)(?:\n"[\s\S]*"\n *\^)?$/

/** Codes whose messages name users, databases, labels and parameters, but no value. */
const namesOnly = /^\w+\.(?:TransientError|\w+\.(?:Security|Transaction|Database|Cluster))\.|\.ParameterMissing$/

/** Codes whose messages end in something that stands there without quotes. */
const endInValue = /^\w+\.DatabaseError\.|\.ExternalResourceFailed$/

/**
 * From the first quote or bracket to the last: a value may hold quotes and brackets of its own, so that they cannot be
 * paired. An apostrophe inside a word is none.
 */
const quoted = /(?:(?<![A-Za-z])'|["[{(])[\s\S]*['"\]})]/

/** A server's message without what may be the value of a parameter or a property. Too much goes rather than too little. */
export const withoutValues = (message: string, code: string): string => {
  if (namesOnly.test(code) || aboutTheText.test(message)) return message
  // `Node(0) already exists with label `User` and property `id` = 7`
  if (code.includes('.Schema.')) return message.replace(/(` = )[\s\S]*/, '$1…').replace(/'[\s\S]*'/, "'…'")
  const beginning = endInValue.test(code) ? message.replace(/(?::? ['"[{(]|: )[\s\S]*/, ': …') : message
  return beginning
    .replace(/(Caused by: [\w.$]+)[\s\S]*/, '$1')
    .replace(/\n"[\s\S]*"\n *\^$/, '')
    .replace(quoted, '…')
    .replace(/-?\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/gi, '…')
}
