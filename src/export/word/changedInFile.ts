import type { ImportedImage, ImportedSection } from '@/domain/importing'
import { type FileText, fileTextOf } from '@/domain/importPlan/fileText'
import { hasLost, type LostFormats, lostFormats, withoutFormats } from '@/domain/importPlan/lostFormats'
import { isSameFileText } from '@/domain/importPlan/takeIn'
import type { Outcome } from '@/domain/refusal'
import { mediaByName } from './mediaByName'
import { toolkitAsWord, type WordFile } from './toolkitAsWord'
import type { WordSection } from './wordSection'

/** A section of a file, and what was written of it. */
type Pair = { read: ImportedSection; written: WordSection }

/** The sections of a file that we wrote, read like the file that is compared, by key. */
export type ReadBack = { images: readonly ImportedImage[]; sections: ReadonlyMap<string, ImportedSection> }

/**
 * What a section says, what the file that we write of it would say, and what this file says. Without a base, nobody knows what of
 * the difference is a change and what Word cannot hold.
 */
export type ChangedInFile<Of extends Pair> = { pair: Of; written: FileText; base: FileText | null; read: FileText }

/** A document that has a title has no heading that could be taken for it. */
const NO_SECTION = '—'

/**
 * The sections of a file that say something else than what was written. A section that differs from the stored text is written as
 * Word and read back in the same way, so that what Word cannot hold is missing on both sides: only what somebody changed is left. What
 * a file lost everywhere together with its marks is left out in the same way.
 */
export async function changedInFile<Of extends Pair>({
  pairs,
  images,
  file,
  readBack,
}: {
  pairs: readonly Of[]
  images: readonly ImportedImage[]
  file: Omit<WordFile, 'sections' | 'title'>
  readBack: (bytes: Uint8Array, sections: readonly WordSection[]) => Promise<Outcome<ReadBack>>
}): Promise<Outcome<{ changed: ChangedInFile<Of>[]; hasLostFormats: boolean }>> {
  const mediaOf = mediaByName({ images, pictures: file.pictures })
  const different = pairs.flatMap((pair) => {
    const [written, read] = [textOfWritten(pair.written), fileTextOf(pair.read, mediaOf)]
    return isSameFileText(written, read) ? [] : [{ pair, written, read }]
  })
  // Headings are read by their level below the title, so each title stands as deep as in the file.
  const sections = different.map(({ pair: { read, written } }) => ({ ...written, depth: read.depth }))
  if (sections.length === 0) return { ok: true, result: { changed: [], hasLostFormats: false } }
  const back = await readBack(await toolkitAsWord({ ...file, title: NO_SECTION, sections }), sections)
  if (!back.ok) return back
  const mediaOfBase = mediaByName({ images: back.result.images, pictures: file.pictures })
  const bases = different.map(({ pair }) => {
    const section = back.result.sections.get(pair.written.mark.key)
    return section ? fileTextOf(section, mediaOfBase) : null
  })
  const lost = pairs.some(({ read }) => read.mark) ? null : lostIn({ bases, pairs, mediaOf })
  const changed = different.flatMap((one, index) => {
    const found = bases[index] ?? null
    const base = found && lost ? withoutLost(found, lost) : found
    return base && isSameFileText(base, one.read) ? [] : [{ ...one, base }]
  })
  return { ok: true, result: { changed, hasLostFormats: lost !== null && hasLost(lost) } }
}

/** The formats that a file without marks has in none of its sections. */
function lostIn({
  bases,
  pairs,
  mediaOf,
}: {
  bases: readonly (FileText | null)[]
  pairs: readonly Pair[]
  mediaOf: (name: string) => string | undefined
}): LostFormats {
  const texts = (some: readonly (FileText | null)[]) => some.flatMap((one) => (one ? [one.body, one.addition] : []))
  return lostFormats({ written: texts(bases), read: texts(pairs.map(({ read }) => fileTextOf(read, mediaOf))) })
}

function withoutLost({ body, addition, ...lines }: FileText, lost: LostFormats): FileText {
  return { ...lines, body: withoutFormats(body, lost), addition: withoutFormats(addition, lost) }
}

/** The texts of a section as it is written. */
export function textOfWritten({ title, summary, body, addition }: WordSection): FileText {
  return { title, summary, body, addition: addition?.blocks ?? [] }
}
