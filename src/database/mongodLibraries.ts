import { mkdir, rename, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { outputOf } from './commandOutput'
import { downloadWheel, filesInWheel } from './wheels'

// A wheel that contains libcurl, OpenSSL and their dependencies, as files in one folder. The Python version does not
// matter.
const WHEEL = {
  requirement: 'pycurl==7.49.0',
  sha256: '6f88539845d3bb2cf2ce0ccbc1bb8b9ed9e401a0d874798aeabc5f16f0f95c4d',
  of: ['--platform', 'manylinux_2_28_x86_64', '--implementation', 'cp', '--python-version', '3.11', '--abi', 'cp311'],
}

/** The file of the wheel for a library: `libcurl-330bcbb6.so.4.8.0` for `libcurl.so.4`. */
const carries = (file: string, library: string): boolean => {
  const [name = '', version = ''] = library.split('.so.')
  return new RegExp(`^${name}-[0-9a-f]+\\.so\\.${version}(\\.|$)`).test(file)
}

/**
 * Makes a mongod run on a machine that lacks some of its libraries (a new Debian lacks libcurl): takes them from a
 * Python package into
 * the folder `libraries`, and replaces the program with a script that starts it with them. Does nothing if nothing
 * is missing.
 *
 * @param folder for temporary files; the caller removes it
 * @throws if a library is missing that the package does not contain; the message names it
 */
export async function withItsLibraries({
  program,
  folder,
  libraries,
  onProgress,
}: {
  program: string
  folder: string
  libraries: string
  onProgress: (line: string) => void
}): Promise<void> {
  const missing = missingIn(await outputOf({ command: 'ldd', args: [program] }))
  if (missing.length === 0) return
  onProgress(`Downloading libraries that MongoDB needs and this machine lacks: ${missing.join(', ')} (6 MB)`)
  const wheel = await downloadWheel({ wheel: WHEEL, folder: join(folder, 'libraries') })
  await mkdir(libraries, { recursive: true })
  const files: string[] = []
  for await (const { name, content } of filesInWheel({ wheel, named: /\.libs\/[^/]+$/ })) {
    const file = basename(name)
    await writeFile(join(libraries, file), content, { mode: 0o755 })
    files.push(file)
  }
  for (const library of missing) {
    const file = files.find((one) => carries(one, library))
    if (!file) throw new Error(`${library} is missing on this machine: install it (Debian: apt-get install libcurl4)`)
    await symlink(file, join(libraries, library))
  }
  const own = join(libraries, 'mongod')
  await rename(program, own)
  // Relative to the script, so that the folder of the data can be moved.
  const beside = `"$(dirname -- "$0")"/'${basename(libraries)}'`
  await writeFile(program, `#!/bin/sh\nLD_LIBRARY_PATH=${beside} exec ${beside}/mongod "$@"\n`, { mode: 0o755 })
}

/** The libraries that `ldd` did not find. */
export function missingIn(listed: string): string[] {
  return [...listed.matchAll(/^\s*(\S+) => not found/gm)].map(([, library = '']) => library)
}
