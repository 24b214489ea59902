import { diffSection, type SectionChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { sectionText } from '@/domain/sectionText'
import { type OfferedChange, offeredChanges, readLanguages, type UpdateSides } from '@/domain/updates/updates'
import { readersChange, readNowOf } from './updatePreview'

/** Both sides of an update in one language; null where a side changed nothing there. */
export type UpdatePane = {
  language: Language
  common: SectionChange | null
  ours: SectionChange | null
  /** The changes of the common framework, each alone. */
  offered: OfferedChange[]
}

/**
 * The changes of the common framework and those of the country, both since the common text on which the section stands,
 * in the languages of the version. A language that has nothing to show is left out.
 */
export function updatePanes(sides: UpdateSides): UpdatePane[] {
  const { base, newest, own } = sides
  const now = own.mode === 'omit' ? null : readNowOf(sides)
  return readLanguages(sides).flatMap((language): UpdatePane[] => {
    const textOf = (section: typeof base) => section && sectionText({ content: section.content, language })
    const common = changed(base || newest ? diffSection({ before: textOf(base), after: textOf(newest) }) : null)
    const ours = now && changed(readersChange({ before: base?.content ?? null, after: now, language }))
    return common || ours ? [{ language, common, ours, offered: offeredChanges(sides, language) }] : []
  })
}

function changed(change: SectionChange | null): SectionChange | null {
  return change && change.status !== 'same' ? change : null
}
