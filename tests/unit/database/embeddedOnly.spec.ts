import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { reachedFrom } from '../reachedFrom'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'loaded-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Writes at the end of a process, to a file of its own, which packages it loaded. */
const PROBE = `process.on('exit', () => require('node:fs').writeFileSync(
  ${JSON.stringify(`${folder}/`)} + process.pid + '.json',
  JSON.stringify(Object.keys(require.cache).map((path) => /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(path)?.[1] ?? '')),
))`

describe('the packages of the embedded database', () => {
  it('are not in the application', () => {
    const pages = readdirSync(join(root, 'src/app'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => `src/app/${path}`)
    const { files, packages } = reachedFrom([
      ...['payload.config.ts', 'src/instrumentation.ts', 'src/proxy.ts', 'next.config.ts'],
      ...pages,
    ])
    expect(files.length).toBeGreaterThan(300)
    expect(packages.filter((name) => name.startsWith('mongodb-memory-server'))).toEqual([])
    expect(files.filter((file) => /^src\/database\/(?:embedded|mongod|wheel)/.test(file))).toEqual([])
  })

  it('are not loaded by a command that is given a database', async () => {
    const probe = join(folder, 'probe.cjs')
    writeFileSync(probe, PROBE)
    const args = ['-C', 'production', '--require', probe, '--import', 'tsx', 'src/scripts/withDatabase.ts']
    const { stdout } = await promisify(execFile)(process.execPath, [...args, '--', 'printenv', 'DATABASE_URI'], {
      cwd: root,
      env: { ...process.env, DATABASE_URI: 'mongodb://database.example/toolkit', DATA_DIR: folder },
    })
    expect(stdout.trim()).toBe('mongodb://database.example/toolkit')
    const loaded = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name): string[] => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    expect(loaded).toContain('tsx')
    expect(loaded.filter((name) => /^mongodb/.test(name))).toEqual([])
  })
})
