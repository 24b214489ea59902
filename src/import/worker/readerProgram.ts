import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bareEnvironment } from './bareEnvironment'

const run = promisify(execFile)

let kept: Promise<string> | undefined

/**
 * The program of the process that reads (main.ts) in one file, packages included, which Node starts in 0.3 s of processor
 * time; the same in hundreds of files takes 2.2. It is made once in this process, from the sources as they are then; a failure is
 * not kept.
 */
export function readerProgram(): Promise<string> {
  kept ??= makeProgram().catch((error: unknown) => {
    kept = undefined
    throw error
  })
  return kept
}

const FLAGS = ['--bundle', '--platform=node', '--format=cjs', '--conditions=production', '--target=node20']
const MOST_BYTES = 32 * 1024 * 1024
const MOST_MS = 60_000

/** The sources and packages are beside the built application, too. As a process, so that nothing of esbuild is built into it. */
async function makeProgram(): Promise<string> {
  const root = process.cwd()
  const esbuild = join(root, 'node_modules', 'esbuild', 'bin', 'esbuild')
  const script = join(root, 'src', 'import', 'worker', 'main.ts')
  const { stdout } = await run(esbuild, [script, ...FLAGS, '--log-level=error'], {
    env: bareEnvironment(),
    maxBuffer: MOST_BYTES,
    timeout: MOST_MS,
  })
  return stdout
}
