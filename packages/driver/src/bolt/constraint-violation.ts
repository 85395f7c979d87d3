/** What a constraint was about, as far as the server's words tell it. */
export interface Violation {
  readonly message: string
  readonly label?: string | undefined
  readonly properties?: readonly string[] | undefined
}

/** How servers tell of a constraint: the label or type first, then the properties, with or without their values. */
const shapes: readonly { readonly when: RegExp; readonly words: (subject: string, properties: string) => string }[] = [
  {
    when: /(?:Node|Relationship)\(\d+\) already exists with (?:label|type) `(.+?)` and (propert(?:y|ies) [\s\S]*)/,
    words: (subject, properties) => `${subject} with the same ${properties} exists already`,
  },
  {
    // ArcadeDB, whose words begin with the values: `Duplicated key [7] found on index 'User[id]' already assigned …`
    when: /^Duplicated key \[[\s\S]*\] found on index '(.+)\[(.+?)\]' already assigned/,
    words: (subject, properties) => `${subject} with the same ${properties} exists already`,
  },
  {
    when: /have the (?:label|type) `(.+?)` and (propert(?:y|ies) [\s\S]*)/,
    words: (subject, properties) =>
      `the constraint cannot be made: there is more than ${subject} with one ${properties}`,
  },
  {
    when: /with (?:label|type) `(.+?)` must have the (propert(?:y|ies) .*)/,
    words: (subject, properties) => `${subject} needs ${properties}`,
  },
  {
    when: /with (?:label|type) `(.+?)` required the (property .*)/,
    words: (subject, properties) => `${subject} has a ${properties} of the wrong type`,
  },
]

/** Reads what the server says of a violated constraint; `undefined` when it is about something else. */
export const constraintViolation = (serverMessage: string): Violation | undefined => {
  if (/still has relationships/.test(serverMessage)) {
    return { message: 'a node that still has relationships cannot be deleted: delete them too, or write DETACH DELETE' }
  }
  if (serverMessage.startsWith('Error executing Cypher command: ')) {
    return { message: 'a constraint is violated, and the server does not say which' }
  }
  for (const { when, words } of shapes) {
    const [, label, rest] = when.exec(serverMessage) ?? []
    if (label === undefined || rest === undefined) continue
    const properties = namesIn(rest)
    const subject = `${/^[aeio]/i.test(label) ? 'an' : 'a'} ${label}`
    return { message: words(subject, properties.join(' and ')), label, properties }
  }
  return undefined
}

/** `property `a` = 1`, `properties `a` = 1, `b` = 'x'`, `properties (`a`, `b`)`, `properties (a, b)`. */
const namesIn = (text: string): readonly string[] => {
  const list = text.replace(/^propert(?:y|ies) /, '')
  const [, first, values = ''] = /^`(.*?)`(?: = ([\s\S]*)| to be of .*)$/.exec(list) ?? []
  if (first === undefined) return list.replace(/[`()]/g, '').split(/, ?/)
  return text.startsWith('properties') ? [first, ...namesAmong(values)] : [first]
}

/** None where a text seems to hold what looks like a name: a piece of a value must not be taken for one. */
const namesAmong = (values: string): readonly string[] => {
  const parts = values.split(/, `([^`]*)` = /)
  const isWhole = (value: string): boolean => !value.startsWith("'") || (value.length > 1 && value.endsWith("'"))
  if (!parts.every((part, index) => index % 2 === 1 || isWhole(part))) return []
  return parts.filter((_, index) => index % 2 === 1)
}
