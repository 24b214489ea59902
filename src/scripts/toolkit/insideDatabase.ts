// The commands of `toolkit.ts` that need the database, run by `runWithDatabase` where there is one.
import { parseDatabaseCommand } from './databaseCommands'
import { importCommand } from './importCommand'
import { personCommand } from './personCommand'

// Payload keeps connections open: that the command is done does not end the process.
process.exit(await run())

async function run(): Promise<number> {
  const parsed = parseDatabaseCommand(process.argv.slice(2))
  if (!parsed.ok) throw new Error(parsed.because)
  return parsed.command === 'import' ? importCommand(parsed.given) : personCommand(parsed.given)
}
