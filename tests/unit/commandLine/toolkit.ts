import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll } from 'vitest'

const root = join(import.meta.dirname, '../../..')

type Ended = { code: number | null; out: string; err: string }

/** Runs the command line as somebody would, without npm around it. */
export async function toolkit(
  args: string[],
  { input, nodeArgs = [] }: { input?: string | Iterable<Uint8Array>; nodeArgs?: string[] } = {},
): Promise<Ended> {
  const child = startToolkit(args, nodeArgs)
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const read = Promise.all([text(child.stdout), text(child.stderr)])
  for (const chunk of typeof input === 'string' ? [input] : (input ?? [])) {
    if (!child.stdin.write(chunk)) await new Promise((resolve) => child.stdin.once('drain', resolve))
  }
  child.stdin.end()
  const [out, err] = await read
  return { code: await ended, out, err }
}

export function startToolkit(args: string[], nodeArgs: string[] = []) {
  const { npm_lifecycle_event: _, ...env } = process.env
  const given = ['-C', 'production', ...nodeArgs, '--import', 'tsx', join(root, 'src/scripts/toolkit.ts'), ...args]
  return spawn(process.execPath, given, { cwd: root, env, stdio: ['pipe', 'pipe', 'pipe'] })
}

/** A folder for the files of one test file; it is gone afterwards. */
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
