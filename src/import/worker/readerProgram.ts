import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bareEnvironment } from './bareEnvironment'

const run = promisify(execFile)

let kept: Promise<string> | undefined

/**
 * The program of the process that reads (main.ts) in one file, packages included, which Node starts in 0.3 s of
 * processor time; as hundreds of files it would take 2.2. It is built once in this process, from the current sources; a
 * failed build is repeated.
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

/**
 * The sources and packages are beside the built application too. In a process, so that esbuild is not part of the
 * application's build.
 */
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
