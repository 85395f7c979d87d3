import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CharStream, CommonTokenStream } from 'antlr4ng'

/** What is used of the parser that Neo4j publishes for editors. */
interface Recognizer {
  removeErrorListeners(): void
  addErrorListener(listener: object): void
}
interface Generated {
  readonly CypherCmdLexer: new (input: CharStream) => Recognizer & ConstructorParameters<typeof CommonTokenStream>[0]
  readonly CypherCmdParser: new (tokens: CommonTokenStream) => Recognizer & { statementsOrCommands(): unknown }
}

// The package exports an editor's whole service, which is ten times as large and asks for a newer Node; its parser does not.
const entry = createRequire(import.meta.url).resolve('@neo4j-cypher/language-support')
const folder = join(dirname(entry), '../esm/project/language-support/src/generated-parser')
const generated = async <K extends keyof Generated>(name: K): Promise<Generated[K]> => {
  const module = (await import(join(folder, `${name}.js`))) as Pick<Generated, K> // each file exports the class it is named for
  return module[name]
}
const Lexer = await generated('CypherCmdLexer')
const Parser = await generated('CypherCmdParser')

/** What Neo4j's own grammar finds wrong with a text first, with its line and column; `undefined` if nothing. */
export const officialProblem = (text: string): string | undefined => {
  let problem: string | undefined
  const listener = {
    syntaxError(...[, , line, column, message]: readonly [unknown, unknown, number, number, string]) {
      problem ??= `${line}:${column} ${message}`
    },
    reportAmbiguity: () => undefined,
    reportAttemptingFullContext: () => undefined,
    reportContextSensitivity: () => undefined,
  }
  const lexer = new Lexer(CharStream.fromString(text))
  const parser = new Parser(new CommonTokenStream(lexer))
  for (const each of [lexer, parser]) {
    each.removeErrorListeners()
    each.addErrorListener(listener)
  }
  parser.statementsOrCommands()
  return problem
}
