import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Outcome, refuse } from '@/domain/refusal'
import { inMegabytes, MAX_FILE_BYTES, MAX_FILES, MAX_TOTAL_BYTES } from './limits'
import type { SourceFile } from './sourceFile'

/**
 * The file or the files of the folder at a path, for `readDocument`. Sizes are checked before anything is read into
 * memory. Hidden files and links are skipped.
 */
export async function filesAt(path: string): Promise<Outcome<SourceFile[]>> {
  const found = await stat(path).catch(() => null)
  if (!found) return refuse('import.path-missing', { path })
  const paths = found.isDirectory()
    ? await pathsBelow({ folder: path, prefix: '' })
    : [{ full: path, path: basename(path) }]
  let total = 0
  for (const { full, path: name } of paths) {
    const { size } = await stat(full)
    total += size
    if (size > MAX_FILE_BYTES)
      return refuse('import.too-large', { size: inMegabytes(size), limit: inMegabytes(MAX_FILE_BYTES), name })
  }
  if (total > MAX_TOTAL_BYTES || paths.length > MAX_FILES)
    return refuse('import.folder-too-large', { limit: inMegabytes(MAX_TOTAL_BYTES), files: MAX_FILES })
  const files: SourceFile[] = []
  for (const { full, path: name } of paths) files.push({ path: name, bytes: new Uint8Array(await readFile(full)) })
  return { ok: true, result: files }
}

type Found = { full: string; path: string }

async function pathsBelow({ folder, prefix }: { folder: string; prefix: string }): Promise<Found[]> {
  const result: Found[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const [full, path] = [join(folder, entry.name), `${prefix}${entry.name}`]
    if (entry.isDirectory()) result.push(...(await pathsBelow({ folder: full, prefix: `${path}/` })))
    else if (entry.isFile()) result.push({ full, path })
    if (result.length > MAX_FILES) break
  }
  return result
}
