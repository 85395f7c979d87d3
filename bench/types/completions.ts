import { readFileSync } from 'node:fs'
import { createLanguageService } from '../../tools/types/language-service.ts'
import type { Figure } from '../figure.ts'
import { motif } from './motif.ts'
import { generateLines } from './project.ts'

const query = `db.match('(u:Label0 {id: $id})-[f:FOLLOWS0]->(p:Label1)')`
const medium =
  'MATCH (u:Label0)-[f:FOLLOWS0]->(p:Label1) WHERE u.id = $id AND p.age >= $minAge OPTIONAL MATCH (p)-[:WROTE1]->(post:Label3)'

/** Where an editor is asked, by what it is asked for; `¦` is the cursor. */
const questions: Readonly<Record<string, string>> = {
  'any label': `db.match('(u:¦)')`,
  'label begun': `db.match('(u:Label1¦)')`,
  'relationship type': `db.match('(u:Label0)-[:FO¦')`,
  'far label': `db.match('(u:Label0)-[:WROTE0]->(p:¦)')`,
  'key in a map': `db.match('(u:Label0 {n¦})')`,
  'property in WHERE': `${query}.where('p.¦')`,
  'property after AND': `${query}.where('u.id = $id AND p.¦ = 1')`,
  'property in RETURN': `${query}.return('p.na¦')`,
  'far label in a statement': `db.cypher('MATCH (u:Label0)-[:WROTE0]->(p:¦) RETURN p')`,
  'property in the medium statement': `db.cypher('${medium} RETURN p.¦')`,
}

/** Entries of which an editor must offer at least one: a completion that offers nothing costs nothing. */
const offered = /Label\d|FOLLOWS0|\b(?:id|name|age|title)\b/

/** Instantiations of one completion on TypeScript 5.9, by what is asked for. */
export const completionFigures = (labels: number, most: number): Figure[] => {
  const lines = Object.values(questions)
  const { config, file } = generateLines(
    { design: motif, labels, queries: 0 },
    'completions',
    lines.map((line) => line.replace('¦', '')),
  )
  const text = readFileSync(file, 'utf8')
  const service = createLanguageService(config)
  service.write(file, text)
  return Object.entries(questions).map(([name, line]) => {
    const offset = text.indexOf(line.replace('¦', '')) + line.indexOf('¦')
    const { entries, instantiations } = service.completionsAt(file, offset)
    if (!entries.some((entry) => offered.test(entry))) throw new Error(`nothing is offered for ${name}: ${line}`)
    return {
      name: `completion: ${name}`,
      of: `${labels} labels, 5.9`,
      value: instantiations,
      unit: 'instantiations',
      bound: { most },
    }
  })
}
