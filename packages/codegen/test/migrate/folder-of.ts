import { freshFolder } from '../folder.ts'

/** The text of a migration file; `body` is what stands in `defineMigration({ … })`. */
export const migrationText = (body: string): string =>
  `import { defineMigration } from '@motif/codegen'\n\nexport default defineMigration({\n${body}\n})\n`

/** A folder with these migrations in `migrations/`, and other files as they are. */
export const folderOf = (
  migrations: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): string =>
  freshFolder({
    ...files,
    ...Object.fromEntries(Object.entries(migrations).map(([id, body]) => [`migrations/${id}.ts`, migrationText(body)])),
  })
