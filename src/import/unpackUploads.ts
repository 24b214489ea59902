import { type Outcome, refuse } from '@/domain/refusal'
import { extensionOf, nameOf, type SourceFile } from './sourceFile'
import { openZip } from './word/openZip'

/** The files of an upload, with the content of a .zip in its place. A Word file is a zip too and stays as it is. */
export async function unpackUploads(files: readonly SourceFile[]): Promise<Outcome<SourceFile[]>> {
  const unpacked: SourceFile[] = []
  for (const file of files) {
    if (extensionOf(file.path) !== 'zip') {
      unpacked.push(file)
      continue
    }
    const name = nameOf(file.path)
    const zip = await openZip(file.bytes)
    if (zip === 'too-large' || zip === 'too-many') return refuse('import.zip-too-large', { name })
    if (zip === 'protected') return refuse('import.zip-protected', { name })
    if (zip === 'broken') return refuse('import.zip-broken', { name })
    for (const path of zip.names) {
      if (path.endsWith('/')) continue
      const bytes = await zip.read(path)
      if (bytes === null) return refuse('import.zip-broken', { name })
      unpacked.push({ path, bytes })
    }
  }
  return { ok: true, result: unpacked }
}
