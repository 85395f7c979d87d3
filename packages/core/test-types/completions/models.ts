import type { Graph } from '@motif/core'
import type { ModelDoor } from '@motif/core/model'
import type { Library } from '../model/library.ts'

declare const db: Graph<Library> & ModelDoor<Library, {}>

db.model('¦') // ⇥ User ⇥ Admin ⇥ Post ⇥ Comment ⇥ Seat ≤ 5000
db.model('User').find({ ¦ }) // ⇥ where ⇥ select ⇥ include ⇥ orderBy ⇥ limit ⇥ skip ≤ 5000
db.model('Post').find({ where: { ¦ } }) // ⇥ and ⇥ or ⇥ not ⇥ id ⇥ title ⇥ visits ⇥ at ⇥ version ⇥ "<WROTE" ⇥ "<LIKES" ⇥ "<ON" ≤ 5000
db.model('Post').find({ where: { title: { ¦ } } }) // ⇥ eq ⇥ … ≤ 5000
db.model('Post').find({ where: { '<WROTE': { some: { n¦ } } } }) // ⇥ name ⇥ … ≤ 5000
db.model('Comment').find({ select: { ¦ } }) // ⇥ text ⇥ ON ⇥ "<LIKES" ≤ 5000
db.model('Comment').find({ include: { ¦ } }) // ⇥ ON ⇥ "<LIKES" ≤ 5000
db.model('Comment').find({ include: { ON: { select: { ¦ } } } }) // ⇥ id ⇥ title ⇥ … ≤ 5000
db.model('Comment').find({ orderBy: '¦' }) // ⇥ text ≤ 5000
db.model('Comment').create({ ¦ }) // ⇥ text ⇥ ON ⇥ "<LIKES" ≤ 5000
db.model('Comment').related('x' as never, '¦') // ⇥ ON ⇥ <LIKES ≤ 5000
db.model('Comment').find({ include: { ON: { where: { ¦ } } } }) // ⇥ $relationship ⇥ title ⇥ … ≤ 5000
db.model('User').get(7, { include: { LIKES: { label: '¦' } } }) // ⇥ Post ⇥ Comment ≤ 5000
db.model('User').aggregate({ sum: ['¦'] }) // ⇥ id ⇥ age ≤ 5000
