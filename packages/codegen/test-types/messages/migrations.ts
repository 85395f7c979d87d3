import { defineGraph, defineMigration } from '@motif/codegen'

// constraints and indexes name properties that are listed
defineGraph({ nodes: { User: { properties: { id: 'integer' }, unique: ['idd'] } } }) // ✖ Type '"idd"' is not assignable to type '"id"
defineGraph({ nodes: { User: { properties: { id: 'integer' }, key: ['id', 'no'] } } }) // ✖ Type '"no"' is not assignable to type '"id"'
defineGraph({ nodes: { A: { properties: { a: 'date' } }, B: { properties: { b: 'date' }, exists: ['a'] } } }) // ✖ Type '"a"' is not assignable to type '"b"'
defineGraph({ relationships: { WROTE: { properties: { at: 'date' }, indexes: [{ kind: 'text', properties: 'on' }] } } }) // ✖ Type '"on"' is not assignable to type '"at"
defineGraph({ nodes: { User: { unik: ['id'] } } }) // ✖ 'unik' does not exist in type
defineGraph({ nodes: { User: { properties: { id: { type: 'integer', was: 'number' } } } } }) // ✖ 'was' does not exist in type

// a step has one place and one value
defineMigration({ up: [{ renameProperty: 'a', to: 'b' }] }) // ✖ is not assignable to type 'Step'
defineMigration({ up: [{ backfill: 'a', node: 'A' }] }) // ✖ is not assignable to type 'Step'
defineMigration({ up: [{ removeProperty: 'a', node: 'A', relationship: 'R' }] }) // ✖ is not assignable to type 'Step'
defineMigration({ up: [{ createConstraint: 'c', kind: 'unic', node: 'A', properties: ['a'] }] }) // ✖ Type '"unic"' is not assignable to type 'ConstraintKind
