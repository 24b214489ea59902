// The command line: `npm run --silent toolkit -- <command> …`. A command that needs no database neither starts one nor
// loads its code.
import { HOW, USAGE } from './toolkit/usage'

const [command = '', ...args] = process.argv.slice(2)
if (args.includes('--help') || ['', 'help', '--help', '-h'].includes(command)) {
  if (command === '') console.error(USAGE)
  else console.log(USAGE)
  process.exitCode = command === '' ? 2 : 0
} else {
  process.exitCode = await run()
}

async function run(): Promise<number> {
  switch (command) {
    case 'diff':
      return (await import('./toolkit/diffCommand')).diffCommand(args)
    case 'merge':
      return (await import('./toolkit/mergeCommand')).mergeCommand(args)
    case 'convert':
      return (await import('./toolkit/convertCommand')).convertCommand(args)
    case 'import':
    case 'person':
    case 'prepare-database':
      return (await import('./toolkit/runWithDatabase')).runWithDatabase([command, ...args])
    default:
      console.error(`There is no command "${command}".\n${HOW}`)
      return 2
  }
}
