// Runs a command with a database: `tsx src/scripts/withDatabase.ts -- next dev`. DATABASE_URI, if set, is used
// unchanged.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dataDirectory } from '@/database/dataDirectory'
import type { StartArgs } from '@/database/embedded'
import { localEnvironment } from './localEnvironment'
import { exitCodeOf, onEndSignals } from './signals'

const [command, ...args] = process.argv.slice(process.argv.indexOf('--') + 1 || 2)
if (command) process.exitCode = await runWithDatabase({ command, args }).catch(tell)
else process.exitCode = tell('Usage: tsx src/scripts/withDatabase.ts -- <command> [arguments]')

async function runWithDatabase({ command, args }: { command: string; args: string[] }): Promise<number> {
  let child: ChildProcess | undefined
  let early: NodeJS.Signals | undefined
  onEndSignals((signal) => {
    early = signal
    // Ctrl-C in a terminal has already reached the command: it is in the same process group.
    if (!(signal === 'SIGINT' && process.stdin.isTTY)) child?.kill(signal)
  })
  const dataDir = dataDirectory()
  const database = process.env.DATABASE_URI ? undefined : await startEmbedded({ dataDir, onProgress: console.error })
  try {
    const databaseUri = process.env.DATABASE_URI || database?.uri('toolkit') || ''
    if (early) return exitCodeOf(early)
    child = spawn(command, args, { stdio: 'inherit', env: await localEnvironment({ databaseUri, dataDir }) })
    return await exitCodeOfChild(child)
  } finally {
    await database?.stop()
  }
}

/** The code for an embedded database is loaded only if one is used. */
async function startEmbedded(args: StartArgs) {
  const { startEmbeddedDatabase } = await import('@/database/embedded')
  return startEmbeddedDatabase(args)
}

async function exitCodeOfChild(child: ChildProcess): Promise<number> {
  await once(child, 'exit')
  return child.exitCode ?? exitCodeOf(child.signalCode ?? 'SIGKILL')
}

function tell(error: unknown): number {
  console.error(error instanceof Error ? error.message : error)
  return 1
}
