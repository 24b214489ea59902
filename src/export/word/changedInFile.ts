import type { ImportedDocument, ImportedImage, ImportedSection } from '@/domain/importing'
import type { AdditionInFile } from '@/domain/importPlan/additionInBody'
import { type FileText, fileTextOf } from '@/domain/importPlan/fileText'
import { isMarked } from '@/domain/importPlan/isMarked'
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
export type ChangedInFile<Of extends Pair> = {
  pair: Of
  written: FileText
  base: FileText | null
  read: FileText
  /** How such a file has the addition; null if there is none. */
  addition: AdditionInFile | null
}

/** A document that has a title has no heading that could be taken for it. */
const NO_SECTION = '—'

/**
 * The sections of a file that say something else than what was written. A section that differs from the stored text is written as
 * Word and read back in the same way, so that what Word cannot hold is missing on both sides: only what somebody changed is left. What
 * a file lost everywhere together with its marks is left out in the same way.
 */
export async function changedInFile<Of extends Pair>({
  pairs,
  document,
  file,
  readBack,
}: {
  pairs: readonly Of[]
  document: Pick<ImportedDocument, 'images' | 'sections'>
  file: Omit<WordFile, 'sections' | 'title'>
  readBack: (bytes: Uint8Array, sections: readonly WordSection[]) => Promise<Outcome<ReadBack>>
}): Promise<Outcome<{ changed: ChangedInFile<Of>[]; hasLostFormats: boolean }>> {
  const mediaOf = mediaByName({ images: document.images, pictures: file.pictures })
  const all = pairs.map((pair) => ({
    pair,
    written: textOfWritten(pair.written),
    read: fileTextOf(pair.read, mediaOf),
    addition: additionOf(pair.written, file.labels),
  }))
  const different = all.filter(({ written, read }) => !isSameFileText(written, read))
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
  const isDifferent = new Set(different)
  const same = all.filter((one) => !isDifferent.has(one)).map(({ read }) => ({ base: read, read }))
  const compared = different.map(({ read }, index) => ({ base: bases[index] ?? null, read }))
  const lost = isMarked(document.sections) ? null : lostIn([...same, ...compared])
  const changed = different.flatMap((one, index) => {
    const found = bases[index] ?? null
    const base = found && lost ? withoutLost(found, lost) : found
    return base && isSameFileText(base, one.read) ? [] : [{ ...one, base }]
  })
  return { ok: true, result: { changed, hasLostFormats: lost !== null && hasLost(lost) } }
}

function additionOf({ addition, body }: WordSection, labels: WordFile['labels']): AdditionInFile | null {
  return addition ? { at: addition.at ?? body.length, start: labels.addition, end: labels.additionEnd } : null
}

/** The formats that most of a file without marks has lost, also of the sections that are as they were written. */
function lostIn(sections: readonly { base: FileText | null; read: FileText }[]): LostFormats {
  const known = sections.flatMap(({ base, read }) => (base ? [{ base, read }] : []))
  const texts = (side: 'base' | 'read') => known.flatMap((one) => [one[side].body, one[side].addition])
  return lostFormats({ written: texts('base'), read: texts('read') })
}

function withoutLost({ body, addition, ...lines }: FileText, lost: LostFormats): FileText {
  return { ...lines, body: withoutFormats(body, lost), addition: withoutFormats(addition, lost) }
}

/** The texts of a section as it is written. */
export function textOfWritten({ title, summary, body, addition }: WordSection): FileText {
  return { title, summary, body, addition: addition?.blocks ?? [] }
}
