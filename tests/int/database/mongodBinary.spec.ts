import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { findMongod } from '@/database/mongodBinary'

let folder = ''

beforeEach(async () => {
  vi.stubEnv('MONGOD_BINARY', '')
  folder = await mkdtemp(join(tmpdir(), 'mongod-'))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

describe('the search for mongod', () => {
  test('uses the one that MONGOD_BINARY names', async () => {
    const { path, version } = await findMongod({ cacheDir: inject('mongodCacheDir') })
    vi.stubEnv('MONGOD_BINARY', path)
    expect(await findMongod({ cacheDir: folder })).toEqual({ path, version })
  })

  test('prefers the one that wrote the data to a newer one on the PATH', async () => {
    await program({ name: 'mongod', script: 'echo db version v8.0.1' })
    const lastUsed = await program({ name: 'before', script: 'echo db version v6.0.5' })
    vi.stubEnv('PATH', folder)
    expect(await findMongod({ cacheDir: folder, lastUsed })).toEqual({ path: lastUsed, version: '6.0.5' })
  })

  test('ignores one on the PATH that is too old', async () => {
    await program({ name: 'mongod', script: 'echo db version v4.4.1' })
    const found = await findMongod({ cacheDir: inject('mongodCacheDir') })
    await symlink(found.path, join(folder, `mongod-${found.version}`))
    vi.stubEnv('PATH', folder)
    expect(await findMongod({ cacheDir: folder })).toMatchObject({ path: join(folder, `mongod-${found.version}`) })
  })

  test('ends with an error if MONGOD_BINARY does not run, and says what to install', async () => {
    const script =
      'echo error while loading shared libraries: libcurl.so.4: cannot open shared object file >&2; exit 127'
    vi.stubEnv('MONGOD_BINARY', await program({ name: 'broken', script }))
    await expect(findMongod({ cacheDir: folder })).rejects.toThrow(/MONGOD_BINARY: .*apt-get install libcurl4/)
  })
})

async function program({ name, script }: { name: string; script: string }): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return path
}
