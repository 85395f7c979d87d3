import { expect, it } from 'vitest'
import { constraintViolation, type Violation } from '../../src/bolt/constraint-violation.ts'

// The words of Neo4j 5.26 and 2026.08; of constraints that need the Enterprise Edition, those of its manual and tests.
it.each<[string, Violation]>([
  [
    'Node(1) already exists with label `User` and property `id` = 7',
    { message: 'a User with the same id exists already', label: 'User', properties: ['id'] },
  ],
  [
    'Node(3) already exists with label `Airport` and properties `a` = 1, `b` = 2.5',
    { message: 'an Airport with the same a and b exists already', label: 'Airport', properties: ['a', 'b'] },
  ],
  [
    'Relationship(0) already exists with type `FOLLOWS` and property `id` = 1',
    { message: 'a FOLLOWS with the same id exists already', label: 'FOLLOWS', properties: ['id'] },
  ],
  [
    'Node(4) already exists with label `Auth`Part Q` and property `odd `name` = 1',
    {
      message: 'an Auth`Part Q with the same odd `name exists already',
      label: 'Auth`Part Q',
      properties: ['odd `name'],
    },
  ],
  [
    "Node(0) already exists with label `User` and property `id` = 'it's `x` = \"q\", 'z', `secret` = 'k'",
    { message: 'a User with the same id exists already', label: 'User', properties: ['id'] },
  ],
  [
    "Node(2) already exists with label `User` and properties `a` = 'x, `c` = 5', `b` = [1.0, 2.0]",
    { message: 'a User with the same a exists already', label: 'User', properties: ['a'] },
  ],
  [
    "Node(2) already exists with label `User` and properties `a` = 'one, two', `b` = 'it's', `c` = true",
    { message: 'a User with the same a and b and c exists already', label: 'User', properties: ['a', 'b', 'c'] },
  ],
  [
    "Unable to create Constraint( name='d', type='UNIQUENESS', schema=(:Draft {v}) ):\nBoth Node(7) and Node(8) have the label `Draft` and property `v` = 1. Note that only the first found violation is shown.",
    {
      message: 'the constraint cannot be made: there is more than a Draft with one v',
      label: 'Draft',
      properties: ['v'],
    },
  ],
  // ArcadeDB 26.10, at the end of a transaction and of a statement that is one.
  [
    "Duplicated key [7] found on index 'User[id]' already assigned to record #1:0",
    { message: 'a User with the same id exists already', label: 'User', properties: ['id'] },
  ],
  [
    "Duplicated key [it's [x], found on index 'A[b]' already assigned to, 1] found on index 'Odd [x[row,number]' already assigned to record #1:0",
    {
      message: 'an Odd [x with the same row and number exists already',
      label: 'Odd [x',
      properties: ['row', 'number'],
    },
  ],
  [
    'Error executing Cypher command: CREATE (n:User {id: 7})',
    { message: 'a constraint is violated, and the server does not say which' },
  ],
  [
    'Node(0) with label `Person` must have the property `name`',
    { message: 'a Person needs name', label: 'Person', properties: ['name'] },
  ],
  [
    'Relationship(0) with type `LIKED` must have the property `day`',
    { message: 'a LIKED needs day', label: 'LIKED', properties: ['day'] },
  ],
  [
    'Node(0) with label `Person` must have the properties (`firstname`, `surname`)',
    { message: 'a Person needs firstname and surname', label: 'Person', properties: ['firstname', 'surname'] },
  ],
  [
    'Node(0) with label `Person` must have the properties `firstname, surname`',
    { message: 'a Person needs firstname and surname', label: 'Person', properties: ['firstname', 'surname'] },
  ],
  [
    'Node(9) with label `Movie` required the property `title` to be of type `STRING`, but was of type `INTEGER`.',
    { message: 'a Movie has a title of the wrong type', label: 'Movie', properties: ['title'] },
  ],
  [
    'Cannot delete node<5>, because it still has relationships. To delete this node, you must first delete its relationships.',
    { message: 'a node that still has relationships cannot be deleted: delete them too, or write DETACH DELETE' },
  ],
  [
    'Cannot delete node that was created in this transaction, because it still has relationships.',
    { message: 'a node that still has relationships cannot be deleted: delete them too, or write DETACH DELETE' },
  ],
])('%s', (words, expected) => {
  expect(constraintViolation(words)).toEqual(expected)
})

it('what it cannot read it leaves alone', () => {
  expect(constraintViolation('something went wrong')).toBeUndefined()
})
