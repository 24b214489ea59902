import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fromHere } from './fromHere'

/** Prints what is wrong, and what to do. */
export function complain(lines: string | readonly string[]): 2 {
  for (const line of typeof lines === 'string' ? [lines] : lines) console.error(line)
  return 2
}

/** Prints a result, or writes it to a file. Returns a sentence if that is not possible. */
export async function give({ text, output }: { text: string; output: string | undefined }): Promise<string | null> {
  if (output === undefined) {
    await print(text)
    return null
  }
  try {
    await writeWhole({ path: fromHere(output), text })
    return null
  } catch (error) {
    return `${output} cannot be written: ${error instanceof Error ? error.message : String(error)}`
  }
}

let isWatched = false

/**
 * Writes to standard output, as fast as it is read. The reader may stop at any time, as `head` does: then we stop too.
 */
export async function print(text: string): Promise<void> {
  if (!isWatched) process.stdout.on('error', stopOnClosedPipe)
  isWatched = true
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

function stopOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  console.error(error.message)
  process.exit(2)
}

/** The file gets the whole text, or does not change. */
async function writeWhole({ path, text }: { path: string; text: string }): Promise<void> {
  // A symbolic link is kept.
  const target = await realpath(path).catch(() => path)
  const mode = await stat(target).then(
    (found) => found.mode,
    () => undefined,
  )
  const beside = join(dirname(target), `.${randomUUID()}.part`)
  try {
    await writeFile(beside, text, { flag: 'wx', ...(mode === undefined ? {} : { mode }) })
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
