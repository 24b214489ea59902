import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { dataDirectory } from '@/database/dataDirectory'
import { startEmbeddedDatabase } from '@/database/embedded'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection strings of the database `test`, one for each worker that runs integration tests (`databaseUri`). */
    databaseUris: string[]
    /** Whether the files of a worker share one application (`startApplication`). */
    oneApplication: boolean
    /** Where the mongod of the tests was found or downloaded to. */
    mongodCacheDir: string
  }
}

/**
 * A mongod for each worker, with fail points, so that a fail point of one file does not affect another. All projects use
 * the same.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const cacheDir = join(dataDirectory(), 'bin')
  project.provide('oneApplication', !project.config.isolate)
  project.provide('mongodCacheDir', cacheDir)
  const all = project.vitest.getRootProject()
  if ('databaseUris' in all.getProvidedContext()) return
  const running: Awaited<ReturnType<typeof startOne>>[] = []
  for (let worker = 0; worker < project.config.maxWorkers; worker++) running.push(await startOne(cacheDir))
  all.provide(
    'databaseUris',
    running.map(({ uri }) => uri),
  )
  return async () => {
    await Promise.all(running.map(({ stop }) => stop()))
  }
}

async function startOne(cacheDir: string): Promise<{ uri: string; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'toolkit-test-'))
  const mongodArguments = ['--setParameter', 'enableTestCommands=1']
  const database = await startEmbeddedDatabase({ dataDir, cacheDir, mongodArguments, onProgress: console.log })
  const stop = async () => {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { uri: database.uri('test'), stop }
}
