import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MIGRATE_AT_START } from '@/database/migrations'

type LocalEnvironmentArgs = { databaseUri: string; dataDir: string; port?: number }

/**
 * The environment of a server on this machine: values that the person set are kept, the others are filled in. The
 * secret is stored in the data directory, so that people stay signed in over a restart.
 */
export async function localEnvironment({
  databaseUri,
  dataDir,
  port,
}: LocalEnvironmentArgs): Promise<NodeJS.ProcessEnv> {
  const { env } = process
  return {
    ...env,
    // Lexical selects its files with a top-level await that Node 20 sometimes never finishes; this condition names
    // them.
    NODE_OPTIONS: [env.NODE_OPTIONS, '--conditions=production'].filter(Boolean).join(' '),
    DATABASE_URI: databaseUri,
    // A database that the person named is migrated only if they say so.
    ...(env.DATABASE_URI ? {} : { [MIGRATE_AT_START]: '1' }),
    PAYLOAD_SECRET: env.PAYLOAD_SECRET || (await keptSecret(dataDir)),
    MEDIA_DIR: env.MEDIA_DIR || join(dataDir, 'media'),
    SERVER_URL: env.SERVER_URL || `http://localhost:${port ?? (env.PORT || 3000)}`,
  }
}

async function keptSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret')
  await mkdir(dataDir, { recursive: true })
  // Created only if it is missing: of two simultaneous starts one writes and both read.
  await writeFile(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  return readFile(path, 'utf8')
}
