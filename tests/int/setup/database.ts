import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { dataDirectory } from '@/database/dataDirectory'
import { startEmbeddedDatabase } from '@/database/embedded'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the database `test` in the mongod that all integration tests share. */
    databaseUri: string
    /** Where the mongod that the tests run was found or downloaded to. */
    mongodCacheDir: string
  }
}

/** One mongod for all integration tests, on an empty data directory, with fail points. */
export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'toolkit-test-'))
  const cacheDir = join(dataDirectory(), 'bin')
  const mongodArguments = ['--setParameter', 'enableTestCommands=1']
  const database = await startEmbeddedDatabase({ dataDir, cacheDir, mongodArguments, onProgress: console.log })
  const uri = database.uri('test')
  process.env.TEST_DATABASE_URI = uri
  project.provide('databaseUri', uri)
  project.provide('mongodCacheDir', cacheDir)
  return async () => {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
