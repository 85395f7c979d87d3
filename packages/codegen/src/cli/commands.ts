import type { AddCommand } from './add-command.ts'
import { addCheck } from './commands/check.ts'
import { addCopy } from './commands/copy.ts'
import { addDiagram } from './commands/diagram.ts'
import { addDump } from './commands/dump.ts'
import { addGenerate } from './commands/generate.ts'
import { addInit } from './commands/init.ts'
import { addLoad } from './commands/load.ts'
import { addMigrate } from './commands/migrate.ts'
import { addStatements } from './commands/statements.ts'

/** Every command, in the order in which help lists them. What is slow to load is imported when a command runs. */
export const commands: readonly AddCommand[] = [
  addInit,
  addGenerate,
  addCheck,
  addDiagram,
  addStatements,
  addMigrate,
  addDump,
  addLoad,
  addCopy,
]
