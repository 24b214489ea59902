import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { build, stop } from 'esbuild'
import { afterAll, beforeAll } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const SOURCE = join(root, 'src/scripts/toolkit.ts')

/** The program in one file. It must be in a folder from which its packages are found. */
let program = ''

beforeAll(async () => {
  const cache = join(root, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const outdir = mkdtempSync(join(cache, 'toolkit-'))
  afterAll(() => rmSync(outdir, { recursive: true }))
  await build({
    entryPoints: [SOURCE],
    alias: { '@': join(root, 'src') },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    splitting: true,
    outdir,
    outExtension: { '.js': '.mjs' },
  })
  await stop()
  program = join(outdir, 'toolkit.mjs')
})

type Ended = { code: number | null; out: string; err: string }
type Given = { input?: string | Iterable<Uint8Array>; fromSources?: boolean }

/** Runs the command line without npm; with `fromSources` as npm does. */
export async function toolkit(args: string[], { input, fromSources = false }: Given = {}): Promise<Ended> {
  const child = fromSources ? start(['--import', 'tsx', SOURCE, ...args]) : startToolkit(args)
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const read = Promise.all([text(child.stdout), text(child.stderr)])
  for (const chunk of typeof input === 'string' ? [input] : (input ?? [])) {
    if (!child.stdin.write(chunk)) await new Promise((resolve) => child.stdin.once('drain', resolve))
  }
  child.stdin.end()
  const [out, err] = await read
  return { code: await ended, out, err }
}

/**
 * The sources are two hundred modules, which tsx takes 2.7 seconds of processor time to load; the bundled file takes
 * 0.7. start.spec.ts tests that both give the same answers.
 */
export function startToolkit(args: string[], nodeArgs: string[] = []) {
  return start([...nodeArgs, program, ...args])
}

function start(given: string[]) {
  const { npm_lifecycle_event: _, ...env } = process.env
  return spawn(process.execPath, ['-C', 'production', ...given], { cwd: root, env, stdio: ['pipe', 'pipe', 'pipe'] })
}

/** A folder for the files of one test file; it is deleted afterwards. */
export function folderOf(files: Record<string, string | Uint8Array>): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'toolkit-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  afterAll(() => rmSync(folder, { recursive: true }))
  return (name) => join(folder, name)
}

/** The answers of a batch. */
export function answers(out: string): Record<string, unknown>[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}
