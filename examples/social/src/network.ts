// A network of people who follow each other and write: the same one each time, made from a seed.
/** Numbers that look like chance, from 0 to below 1. */
const chance = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const firstNames = [
  'Ada',
  'Ben',
  'Cleo',
  'Dan',
  'Eva',
  'Finn',
  'Gwen',
  'Hugo',
  'Ida',
  'Jan',
  'Kim',
  'Leo',
  'Mia',
  'Noa',
]
const lastNames = ['Abel', 'Berg', 'Cole', 'Diaz', 'Eder', 'Falk', 'Gray', 'Hahn', 'Iyer', 'Jung', 'Kern', 'Lund']
const subjects = ['engines', 'tea', 'maps', 'bridges', 'rain', 'graphs', 'bread', 'trains', 'clocks', 'islands']

const started = Date.UTC(2026, 0, 1)
const hour = 3_600_000

/** A network of so many people: the first of them are followed the most. */
export const networkOf = (size: number, seed = 7) => {
  const next = chance(seed)
  const upTo = (most: number): number => Math.floor(next() * most)
  const people = Array.from({ length: size }, (_, id) => ({
    id,
    name: `${firstNames[id % firstNames.length]} ${lastNames[Math.floor(id / firstNames.length) % lastNames.length]}`,
    posts: 0,
  }))
  const follows = people.flatMap(({ id }) => {
    const ids = new Set(Array.from({ length: 12 }, () => Math.floor(size * next() ** 2)))
    ids.delete(id)
    return [...ids].map((to) => ({ from: id, to, since: new Date(started - upTo(9_000) * hour) }))
  })
  const posts = Array.from({ length: size * 4 }, (_, id) => ({
    id,
    text: `On ${subjects[upTo(subjects.length)]}`,
    at: new Date(started + upTo(2_000) * hour),
    likes: 0,
    '<WROTE': { connect: [{ id: upTo(size) }] },
  }))
  return { people, follows, posts }
}

/** What `networkOf` makes. */
export type Network = ReturnType<typeof networkOf>
