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
  const ids = Array.from({ length: size }, (_, id) => id)
  const follows = ids.flatMap((id) => {
    const others = new Set(Array.from({ length: 12 }, () => Math.floor(size * next() ** 2)))
    others.delete(id)
    return [...others].map((to) => ({ from: id, to, since: new Date(started - upTo(9_000) * hour) }))
  })
  // Ids from 1 on, as allocateIds() gives them.
  const counts = ids.map(() => 0)
  const posts = Array.from({ length: size * 4 }, (_, at) => {
    const [text, hours, author] = [`On ${subjects[upTo(subjects.length)]}`, upTo(2_000), upTo(size)]
    counts[author] = (counts[author] ?? 0) + 1
    return {
      id: at + 1,
      text,
      at: new Date(started + hours * hour),
      likes: 0,
      author: { connect: [{ id: author }] },
    }
  })
  const people = ids.map((id) => ({
    id,
    name: `${firstNames[id % firstNames.length]} ${lastNames[Math.floor(id / firstNames.length) % lastNames.length]}`,
    posts: counts[id] ?? 0,
  }))
  return { people, follows, posts }
}

/** What `networkOf` makes. */
export type Network = ReturnType<typeof networkOf>
