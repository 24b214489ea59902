import { randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The one account of the embedded database, and the key by which members of its set would authenticate each other. */
export type Credentials = { username: string; password: string; keyFile: string }

const USERNAME = 'toolkit'

/** Undefined if none are stored with the data. */
export async function keptCredentials(dataDir: string): Promise<Credentials | undefined> {
  const { password: path, keyFile } = filesIn(dataDir)
  const password = await readFile(path, 'utf8').catch(() => '')
  const key = await readFile(keyFile, 'utf8').catch(() => '')
  if (!password || !key) return undefined
  // mongod reads no key that others may read; copying the data may have changed its permissions.
  await Promise.all([path, keyFile].map((file) => chmod(file, ONLY_THE_OWNER)))
  return { username: USERNAME, password, keyFile }
}

/** New ones, stored with the data, readable only by the owner of these files. Only under the lock of the database. */
export async function makeCredentials(dataDir: string): Promise<Credentials> {
  const { password: path, keyFile } = filesIn(dataDir)
  const password = randomBytes(24).toString('base64url')
  await writeFile(path, password, { mode: ONLY_THE_OWNER })
  await writeFile(keyFile, randomBytes(96).toString('base64'), { mode: ONLY_THE_OWNER })
  await Promise.all([path, keyFile].map((file) => chmod(file, ONLY_THE_OWNER)))
  return { username: USERNAME, password, keyFile }
}

const ONLY_THE_OWNER = 0o600

const filesIn = (dataDir: string) => ({
  password: join(dataDir, 'mongodb.password'),
  keyFile: join(dataDir, 'mongodb.key'),
})
