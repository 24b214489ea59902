import { diffSection, type SectionChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { isEmptyField } from '@/domain/richText/sameText'
import { withWords } from '@/domain/section'
import { hasText, sectionText } from '@/domain/sectionText'
import {
  commonAsOne,
  languagesWithLess,
  languagesWithoutOurs,
  type OfferedChange,
  offeredChanges,
  readLanguages,
  type Waiting,
  type WithLess,
} from '@/domain/updates/updates'
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
export function updatePanes({ sides, together }: Pick<Waiting, 'sides' | 'together'>): UpdatePane[] {
  const { base, newest, own } = sides
  const now = own.mode === 'omit' ? null : readNowOf(sides)
  return readLanguages(sides).flatMap((language): UpdatePane[] => {
    const textOf = (section: typeof base) => section && sectionText({ content: section.content, language })
    const common = changed(base || newest ? diffSection({ before: textOf(base), after: textOf(newest) }) : null)
    // What our joined text has in the language of the common framework is no change of ours.
    const isJoined = together?.became === 'joined' && now && !isEmptyField(now.body[language])
    const before =
      base && isJoined ? withWords(base.content, 'body', language, commonAsOne(together, language)) : base?.content
    const ours = now && changed(readersChange({ before: before ?? null, after: now, language }))
    return common || ours ? [{ language, common, ours, offered: offeredChanges(sides, language) }] : []
  })
}

/** The languages that the notes on an update name: in these, readers would get less than until now, or without words of ours. */
export function notedLanguages({ sides, together }: Pick<Waiting, 'sides' | 'together'>): {
  withLess: WithLess[]
  withoutOurs: Language[]
} {
  return { withLess: languagesWithLess(sides), withoutOurs: together ? languagesWithoutOurs(together) : [] }
}

/**
 * The language that is shown first: the one that is asked for, or else the first in which a choice would take text from
 * readers, or that a note is about, or in which the common framework changed what readers of the version get. Whoever
 * translated all of it reads what stays in their own language, and the change beside it.
 */
export function openingLanguage({
  waiting,
  panes,
  missingIn = [],
  asked,
}: {
  waiting: Pick<Waiting, 'sides' | 'together'>
  panes: readonly { language: Language; common: unknown }[]
  /** The languages in which a choice leaves out text (`UpdateCard.missingIn`). */
  missingIn?: readonly Language[]
  asked: string
}): Language {
  const { sides } = waiting
  const { languages, newest } = sides
  const { withLess, withoutOurs } = notedLanguages(waiting)
  const read = readNowOf(sides) ?? newest?.content
  const isRead = (one: Language) =>
    languages.includes(one) || languages.some((language) => read && !hasText(read, language))
  const known = [...panes.map(({ language }) => language), ...languages]
  return (
    known.find((one) => one === asked) ??
    languages.find((one) => missingIn.includes(one)) ??
    languages.find((one) => withLess.some(({ language }) => language === one) || withoutOurs.includes(one)) ??
    panes.find(({ common, language }) => common && isRead(language))?.language ??
    languages[0] ??
    sides.sourceLanguage
  )
}

function changed(change: SectionChange | null): SectionChange | null {
  return change && change.status !== 'same' ? change : null
}
