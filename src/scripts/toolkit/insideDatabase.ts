// The commands of `toolkit.ts` that need the database, run by `runWithDatabase` where there is one.
import { parseDatabaseCommand } from './databaseCommands'
import { importCommand } from './importCommand'
import { personCommand } from './personCommand'
import { prepareDatabaseCommand } from './prepareDatabaseCommand'

// Payload keeps connections open, so the process does not end with the command.
process.exit(await run())

async function run(): Promise<number> {
  const parsed = parseDatabaseCommand(process.argv.slice(2))
  if (!parsed.ok) throw new Error(parsed.because)
  switch (parsed.command) {
    case 'import':
      return importCommand(parsed.given)
    case 'person':
      return personCommand(parsed.given)
    case 'prepare-database':
      return prepareDatabaseCommand(parsed.given)
    default: {
      const never: never = parsed
      return never
    }
  }
}
