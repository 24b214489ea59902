import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataDirectory } from '@/database/dataDirectory'
import { startEmbeddedDatabase } from '@/database/embedded'
import { freePort } from '@/database/freePort'
import { localEnvironment } from '@/scripts/localEnvironment'
import { buildOnce, startServer } from '@/scripts/production'
import { runningServer } from './runningServer'

/**
 * Builds the application, and starts it on an empty database. Tests find it in `TEST_SERVER`, its database in
 * `TEST_DATABASE`. With `E2E_SERVER` a server that runs already is used (see runningServer.ts).
 */
export default async function startApplication(): Promise<() => Promise<void>> {
  if (process.env.E2E_SERVER) return runningServer(process.env.E2E_SERVER)
  const dataDir = await mkdtemp(join(tmpdir(), 'toolkit-e2e-'))
  const cacheDir = join(dataDirectory(), 'bin')
  const database = await startEmbeddedDatabase({ dataDir, cacheDir, onProgress: console.log })
  const port = await freePort({ wanted: 3300 })
  const databaseUri = database.uri('e2e')
  const local = await localEnvironment({ databaseUri, dataDir, port })
  const env = {
    ...local,
    NODE_ENV: 'production' as const,
    SERVER_URL: `http://localhost:${port}`,
    MEDIA_DIR: join(dataDir, 'media'),
  }
  await buildOnce({ env, onProgress: console.log })
  const server = await startServer({ port, host: '127.0.0.1', env, onProgress: console.log })
  process.env.TEST_SERVER = server.url
  process.env.TEST_DATABASE = databaseUri
  process.env.TEST_SECRET = local.PAYLOAD_SECRET ?? ''
  process.env.TEST_MEDIA = env.MEDIA_DIR
  return async () => {
    await server.stop()
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
