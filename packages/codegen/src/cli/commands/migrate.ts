import type { Command } from 'commander'
import type { DownOptions, UpOptions } from '../../migrate/migrator.ts'
import type { AddCommand } from '../add-command.ts'
import { createReport, planReport, runReport, statusObject, statusReport } from '../migrate-report.ts'
import { type MigrateFlags, withMigrator } from '../open-migrator.ts'
import { withGraphFlags, wholeNumber } from '../options.ts'
import { tell } from '../tell.ts'
import type { ExitCode, Terminal } from '../terminal.ts'

type Ends = (code: ExitCode) => void

interface CreateFlags extends MigrateFlags {
  readonly empty?: boolean
  readonly allowDestructive?: readonly string[]
}

const help = `
Examples:
  $ motif migrate plan
  the graph differs from the wanted schema in 2 places:
    ~ label Person → User (3,376 nodes)
    + constraint user_id_unique: User.id is unique

  run \`motif migrate create NAME\`

  $ motif migrate create users
  $ motif migrate up --dry-run
  $ motif migrate up`

const names = (text: string): string[] => text.split(',').map((name) => name.trim())

const isJson = ({ json }: MigrateFlags): boolean => json === true

const addPlan = (migrate: Command, terminal: Terminal, end: Ends): void => {
  withGraphFlags(migrate.command('plan'))
    .description('compare the wanted schema with the graph; exit with 1 when they differ')
    .addHelpText('after', '\nExample:\n  $ motif migrate plan --json')
    .action(async (flags: MigrateFlags) => {
      const plan = await withMigrator(terminal, flags, (migrations) => migrations.plan())
      tell(terminal, isJson(flags), plan, planReport(plan))
      end(plan.ok ? 0 : 1)
    })
}

const addCreate = (migrate: Command, terminal: Terminal, end: Ends): void => {
  withGraphFlags(migrate.command('create'))
    .argument('<name>', 'what it does, in a few words')
    .description('write the next migration from the plan')
    .option('--empty', 'write one without steps, to be filled by hand')
    .option('--allow-destructive <names>', 'what its steps may lose, by name: User.legacy,old_index', names)
    .addHelpText(
      'after',
      '\nExample:\n  $ motif migrate create users-have-a-role\n  wrote migrations/0002-users-have-a-role.ts (1 step)',
    )
    .action(async (name: string, flags: CreateFlags) => {
      const { path, plan } = await withMigrator(terminal, flags, (migrations) => migrations.create(name, flags))
      tell(terminal, isJson(flags), { path, plan }, createReport(path, plan, terminal.directory))
      end(0)
    })
}

/** What `up` and `down` take both. */
const withRunFlags = (command: Command): Command =>
  withGraphFlags(command)
    .option('--dry-run', 'print the Cypher; send nothing that writes')
    .option('--allow-destructive <names>', 'what may be lost, by name: User.legacy,old_index', names)
    .option('--take-lock', 'take over the lock of a run that has died')
    .option('--skip-unsupported', 'leave out constraints and indexes that the engine lacks')
    .option('--batch <count>', 'nodes or relationships changed by one transaction', wholeNumber('--batch'))

const addUp = (migrate: Command, terminal: Terminal, end: Ends): void => {
  withRunFlags(migrate.command('up'))
    .description('run the migrations that are not applied yet; go on where one was broken off')
    .option('--to <migration>', 'the last to run, by number or name')
    .option('--out-of-order', 'run one whose number is lower than that of one already applied')
    .addHelpText('after', '\nExample:\n  $ motif migrate up --to 3 --dry-run')
    .action(async (flags: MigrateFlags & UpOptions) => {
      const ran = await withMigrator(terminal, flags, (migrations) => migrations.up(flags))
      tell(terminal, isJson(flags), ran, runReport(ran, 'applied'))
      end(0)
    })
}

const addDown = (migrate: Command, terminal: Terminal, end: Ends): void => {
  withRunFlags(migrate.command('down'))
    .description('take back the newest migration')
    .option('--steps <count>', 'how many to take back', wholeNumber('--steps'))
    .option('--to <migration>', 'the migration that stays the newest, by number or name; 0 for none')
    .option('--unfinished', 'take back also one that was not applied to its end')
    .addHelpText('after', '\nExample:\n  $ motif migrate down --steps 2')
    .action(async (flags: MigrateFlags & DownOptions) => {
      const ran = await withMigrator(terminal, flags, (migrations) => migrations.down(flags))
      tell(terminal, isJson(flags), ran, runReport(ran, 'took back'))
      end(0)
    })
}

const addStatus = (migrate: Command, terminal: Terminal, end: Ends): void => {
  withGraphFlags(migrate.command('status'))
    .description('say how every migration stands; exit with 1 when one is not applied')
    .addHelpText('after', '\nExample:\n  $ motif migrate status')
    .action(async (flags: MigrateFlags) => {
      const status = await withMigrator(terminal, flags, (migrations) => migrations.status())
      tell(terminal, isJson(flags), statusObject(status), statusReport(status))
      end(status.ok ? 0 : 1)
    })
}

/** `motif migrate`: plans, writes and runs changes of constraints, indexes, names and values. */
export const addMigrate: AddCommand = (program, terminal, end) => {
  const migrate = program
    .command('migrate')
    .description('plan, write and run migrations of a graph')
    .addHelpText('after', help)
  for (const add of [addPlan, addCreate, addUp, addDown, addStatus]) add(migrate, terminal, end)
}
