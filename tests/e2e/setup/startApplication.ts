import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FullConfig } from '@playwright/test'
import { dataDirectory } from '@/database/dataDirectory'
import { startEmbeddedDatabase } from '@/database/embedded'
import { freePort } from '@/database/freePort'
import { localEnvironment } from '@/scripts/localEnvironment'
import { buildOnce, startServer } from '@/scripts/production'
import { announce } from './application'
import { shareLookedAt } from './lookedAt'
import { runningServer } from './runningServer'
import { startInboxProcess } from './startInboxProcess'

/**
 * Builds the application, and starts it once for each worker, each with its own empty database. With `E2E_SERVER` it
 * uses a running server (see runningServer.ts).
 */
export default async function startApplication({ workers }: FullConfig): Promise<() => Promise<void>> {
  if (process.env.E2E_SERVER) return runningServer(process.env.E2E_SERVER)
  const dataDir = await mkdtemp(join(tmpdir(), 'toolkit-e2e-'))
  const cacheDir = join(dataDirectory(), 'bin')
  const database = await startEmbeddedDatabase({ dataDir, cacheDir, onProgress: console.log })
  const started = await Promise.all(
    Array.from({ length: workers }, (_, worker) =>
      startOne({
        databaseUri: database.uri(`e2e-${worker}`),
        dataDir: join(dataDir, `${worker}`),
        wantedPort: 3300 + worker,
      }),
    ),
  )
  shareLookedAt(join(dataDir, 'looked-at'))
  announce(started.map(({ application }) => application))
  return async () => {
    await Promise.all(started.map(({ stop }) => stop()))
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

type Wanted = { databaseUri: string; dataDir: string; wantedPort: number }

async function startOne({ databaseUri, dataDir, wantedPort }: Wanted) {
  const local = await localEnvironment({ databaseUri, dataDir })
  const built = { ...local, NODE_ENV: 'production' as const, MEDIA_DIR: join(dataDir, 'media') }
  await buildOnce({ env: built, onProgress: console.log })
  // Chosen last, because another run may have taken a port in the meantime.
  const port = await freePort({ wanted: wantedPort })
  const inbox = await startInboxProcess()
  const env = { ...built, ...inbox.env, SERVER_URL: `http://localhost:${port}` }
  const server = await startServer({ port, host: '127.0.0.1', env, onProgress: console.log })
  const secret = local.PAYLOAD_SECRET ?? ''
  return {
    stop: async () => {
      await server.stop()
      inbox.stop()
    },
    application: { server: server.url, database: databaseUri, secret, media: env.MEDIA_DIR, inbox: inbox.url },
  }
}
