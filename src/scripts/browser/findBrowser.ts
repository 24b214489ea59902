import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { dataDirectory } from '@/database/dataDirectory'

/** A browser for the tests, with the environment that it needs. */
export type Browser = { executablePath: string; env: Record<string, string> }

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PACKAGE = '@sparticuz/chromium'

/**
 * The browser for the tests: the one that CHROMIUM names, one on the PATH, or the one that comes with the npm packages.
 * That
 * one is unpacked on first use, with the libraries and fonts that a machine without a browser usually lacks.
 *
 * @param cacheDir where it is unpacked, one folder for each version
 */
export async function findBrowser({
  cacheDir = join(dataDirectory(), 'browser'),
  tell = console.log,
}: {
  cacheDir?: string
  tell?: (line: string) => void
} = {}): Promise<Browser> {
  const chosen = process.env.CHROMIUM
  if (chosen && (await isProgram(chosen))) return { executablePath: chosen, env: {} }
  if (chosen) tell(`CHROMIUM names ${chosen}, which is no program. Another browser is used.`)
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const name of NAMES) {
      const path = join(folder, name)
      if (await isProgram(path)) return { executablePath: path, env: {} }
    }
  }
  return unpacked({ cacheDir, tell })
}

async function unpacked({ cacheDir, tell }: { cacheDir: string; tell: (line: string) => void }): Promise<Browser> {
  const from = dirname(dirname(createRequire(import.meta.url).resolve(PACKAGE)))
  const { version } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8'))
  const folder = join(cacheDir, String(version))
  const executablePath = join(folder, 'chromium')
  if (!(await isProgram(executablePath))) {
    tell(`No browser is found on this machine: unpacking Chromium ${version} of the package ${PACKAGE}.`)
    const part = `${folder}.${process.pid}.part`
    await mkdir(part, { recursive: true })
    await inflate({ archives: join(from, 'bin'), to: part })
    // If another process was faster its folder stays; both contain the same.
    await rename(part, folder).catch(() => rm(part, { recursive: true, force: true }))
  }
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? ''].filter(Boolean).join(delimiter)
  const fonts = join(folder, 'fonts.conf')
  await writeFile(fonts, fontsIn(folder))
  return { executablePath, env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts } }
}

/**
 * Fontconfig's list of folders (fonts-conf(5)): the package's own list names a folder of another machine, and without a
 * font no text has any height.
 */
function fontsIn(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts']
  const list = folders.map((one) => `<dir>${one.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</dir>`).join('')
  return `<?xml version="1.0"?>\n<fontconfig>${list}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`
}

/** The package unpacks into the folder for temporary files, so it runs in a process with another one. */
async function inflate({ archives, to }: { archives: string; to: string }): Promise<void> {
  const files = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'].map((name) =>
    join(archives, name),
  )
  const code = `import { inflate } from '${PACKAGE}'; for (const file of ${JSON.stringify(files)}) await inflate(file)`
  const env = { ...process.env, TMPDIR: to }
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
    env,
    cwd: import.meta.dirname,
  })
}

function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
