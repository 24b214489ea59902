import type { ImportedImage, ImportedSection } from '@/domain/importing'
import { type FileText, fileTextOf } from '@/domain/importPlan/fileText'
import { isSameFileText } from '@/domain/importPlan/takeIn'
import type { Outcome } from '@/domain/refusal'
import { mediaByName } from './mediaByName'
import { toolkitAsWord, type WordFile } from './toolkitAsWord'
import type { WordSection } from './wordSection'

/** A section of a file, and what was written of it. */
type Pair = { read: ImportedSection; written: WordSection }

/** The sections of a file that we wrote, read like the file that is compared, in order; undefined for one that was not found. */
export type ReadBack = { images: readonly ImportedImage[]; sections: readonly (ImportedSection | undefined)[] }

/** What a section says, what the file that we write of it would say, and what this file says. */
export type ChangedInFile<Of extends Pair> = { pair: Of; written: FileText; base: FileText; read: FileText }

/**
 * The sections of a file that say something else than what was written. A section that differs from the stored text is written as
 * Word and read back in the same way, so that what Word cannot hold is missing on both sides: only what somebody changed is left.
 */
export async function changedInFile<Of extends Pair>({
  pairs,
  images,
  file,
  readBack,
}: {
  pairs: readonly Of[]
  images: readonly ImportedImage[]
  file: Omit<WordFile, 'sections'>
  readBack: (bytes: Uint8Array, sections: readonly WordSection[]) => Promise<Outcome<ReadBack>>
}): Promise<Outcome<ChangedInFile<Of>[]>> {
  const mediaOf = mediaByName({ images, pictures: file.pictures })
  const different = pairs.flatMap((pair) => {
    const [written, read] = [textOfWritten(pair.written), fileTextOf(pair.read, mediaOf)]
    return isSameFileText(written, read) ? [] : [{ pair, written, read }]
  })
  // Headings are read by their level below the title, so each title stands as deep as in the file.
  const sections = different.map(({ pair: { read, written } }) => ({ ...written, depth: read.depth }))
  if (sections.length === 0) return { ok: true, result: [] }
  const back = await readBack(await toolkitAsWord({ ...file, sections }), sections)
  if (!back.ok) return back
  const mediaOfBase = mediaByName({ images: back.result.images, pictures: file.pictures })
  const found = different.flatMap((one, index) => {
    const section = back.result.sections[index]
    const base = section ? fileTextOf(section, mediaOfBase) : one.written
    return isSameFileText(base, one.read) ? [] : [{ ...one, base }]
  })
  return { ok: true, result: found }
}

/** The texts of a section as it is written. */
export function textOfWritten({ title, summary, body, addition }: WordSection): FileText {
  return { title, summary, body, addition: addition?.blocks ?? [] }
}
