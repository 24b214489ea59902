import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { exitCodeOf, onEndSignals } from '../signals'
import { parseDatabaseCommand } from './databaseCommands'
import { HOW } from './usage'

/**
 * Runs one of the commands that need the database, and starts the database if necessary. Arguments are checked before.
 */
export async function runWithDatabase(args: string[]): Promise<number> {
  const parsed = parseDatabaseCommand(args)
  if (!parsed.ok) {
    console.error(`${parsed.because}\n${HOW}`)
    return 1
  }
  const tsx = [process.execPath, ...process.execArgv]
  const [node = '', ...given] = [...tsx, scriptAt('../withDatabase.ts'), '--', ...tsx, scriptAt('./insideDatabase.ts')]
  const child: ChildProcess = spawn(node, [...given, ...args], { stdio: 'inherit' })
  onEndSignals((signal) => {
    // Ctrl-C in a terminal has already reached the command: it is in the same process group.
    if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal)
  })
  await once(child, 'exit')
  return child.exitCode ?? exitCodeOf(child.signalCode ?? 'SIGKILL')
}

function scriptAt(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
