import { GraphError, isOffsetTime } from '@motif/core'
import type { Clause } from '@motif/core/ast'
import { toUpper } from '@motif/core/functions'
import { grafeo } from '@motif/core/grafeo'
import { OffsetTime } from '@motif/core/offset-time'
import { recordingExecutor } from '@motif/core/testing'
import { connect } from '@motif/driver'
import { generate } from '@motif/codegen'
import { schema } from './schema.js'

const db = connect('grafeo::memory:', { schema })
try {
  await db.create('(a:Airport {code: $code, name: $name})').execute({ code: 'RNO', name: 'Reno' })
  const airports = db.match('(a:Airport {code: $code})').return('a.code AS code, a.elevation AS elevation')
  const row: { code: string; elevation: number | null } = await airports.one({ code: 'RNO' })
  if (row.code !== 'RNO' || row.elevation !== null) throw new Error(JSON.stringify(row))

  const capitals = db.match('(a:Airport {code: $code})').return(({ a }) => ({ name: toUpper(a.name) }))
  if ((await capitals.one({ code: 'RNO' })).name !== 'RENO') throw new Error('a function of another entry')

  const [byValue, byName] = [grafeo, 'grafeo'].map((dialect) => airports.compile({ dialect }).text)
  if (byValue === undefined || byValue !== byName) throw new Error(`${byValue} is not ${byName}`)

  const missing: unknown = await airports.one({ code: 'NIL' }).catch((error: unknown) => error)
  if (!(missing instanceof GraphError) || missing.code !== 'RESULT_SHAPE') throw missing
} finally {
  await db.close()
}

export type { Clause }
if (!isOffsetTime(OffsetTime.from('12:30+01:00'))) throw new Error('not the class we know')
if (typeof generate !== 'function' || typeof recordingExecutor !== 'function') throw new Error('an entry is empty')
console.log('ok')
