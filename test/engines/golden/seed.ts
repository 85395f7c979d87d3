/** What every query of the goldens and of the guide finds: three users, an admin, two posts, a tag. */
export const seed = `CREATE (ada:User {id: 1, name: 'Ada', age: 36}), (bob:User {id: 2, name: 'Bob', age: 17}), (cy:User {id: 3, name: 'Cy'}),
    (root:Admin {level: 9}), (first:Post {id: 10, title: 'first', tags: ['x', 'y'], at: datetime('2026-01-02T03:04:05Z')}),
    (none:Post {id: 11, title: 'second', tags: [], at: datetime('2026-02-03T04:05:06Z')}), (tag:Tag {name: 'x'}),
    (ada)-[:FOLLOWS {since: date('2020-05-06')}]->(bob), (ada)-[:KNOWS {weight: 0.5}]->(cy), (cy)-[:KNOWS {weight: 0.25}]->(bob),
    (ada)-[:WROTE]->(first), (bob)-[:WROTE]->(none), (bob)-[:LIKES {stars: 4}]->(first)`
