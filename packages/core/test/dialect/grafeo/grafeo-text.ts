import { compile } from '../../../src/compile/compile.ts'
import { grafeo } from '../../../src/grafeo.ts'
import { parseStatement } from '../../../src/grammar/parse-statement.ts'
import type { SchemaDescriptor } from '../../../src/schema/schema-descriptor.ts'

/** A statement as Grafeo is sent it, a clause after the other. */
export const grafeoText = (text: string, schema?: SchemaDescriptor): string =>
  compile(parseStatement(text), { dialect: grafeo, schema, source: text, allowUnfiltered: true }).text.replaceAll(
    '\n',
    ' ⏎ ',
  )
