import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { outputOf } from './commandOutput'

type DownloadArgs = { cacheDir: string; onProgress: (line: string) => void }

// An unreachable host must not delay the start; unpacking afterwards prints nothing for a while.
const silenceMs = (hasPrinted: boolean) => (hasPrinted ? 180_000 : 15_000)

const SCRIPT = `
const { MongoBinary } = require(process.argv[1])
MongoBinary.getPath({ downloadDir: process.argv[2] }).then(
  (path) => console.log('\\nPATH ' + path),
  (error) => { console.error(String(error && error.message || error).replace(/\\s+/g, ' ')); process.exit(1) },
)`

/** Downloads the mongod for this system with mongodb-memory-server-core, into the cache. */
export async function downloadFromMaker({ cacheDir, onProgress }: DownloadArgs): Promise<string> {
  const folder = await mkdtemp(join(cacheDir, 'download-'))
  onProgress('Looking for a MongoDB download for this system')
  try {
    // In a process of its own, which can be killed if it hangs, and whose output is not for the person.
    const output = await outputOf({
      command: process.execPath,
      args: ['-e', SCRIPT, createRequire(import.meta.url).resolve('mongodb-memory-server-core'), folder],
      // Without npm_config_strict_ssl the package does not check the certificate of the host.
      env: { ...process.env, NODE_OPTIONS: '', MONGOMS_MAX_RETRIES: '1', npm_config_strict_ssl: 'true' },
      silenceMs,
      onLine: (line) => line.startsWith('Downloading') && onProgress(line),
    })
    return await keep({ from: /^PATH (.+)$/m.exec(output)?.[1], cacheDir })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function keep({ from, cacheDir }: { from: string | undefined; cacheDir: string }): Promise<string> {
  if (!from) throw new Error('the download left no program')
  const version = /(\d+\.\d+\.\d+)$/.exec(from)?.[1]
  // A program that is already on this machine under a name without a version is used in its place.
  if (!version) return from
  const path = join(cacheDir, `mongod-${version}`)
  await copyFile(from, `${path}.part`)
  await rename(`${path}.part`, path)
  return path
}
