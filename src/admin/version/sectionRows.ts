import { type Became, whatBecame } from '@/domain/became'
import { isSameJson } from '@/domain/canonicalJson'
import type { Language } from '@/domain/language'
import { openProblemsOf } from '@/domain/readiness'
import type { Refusal } from '@/domain/refusal'
import { inReadingOrder, type ManifestEntry } from '@/domain/release'
import { isEmptyField, isWritten } from '@/domain/richText/sameText'
import { type Mode, type SectionContent, TEXT_FIELDS } from '@/domain/section'
import { type TextIn, textIn } from '../words/titles'

/** How complete the words of a section are in a language. */
export type LanguageState = 'written' | 'missing' | 'not-used'

/**
 * What became of a section since the last national release, or of the common text before the first. It compares
 * everything that the next release would store, in any language: for the country that is open work even if readers
 * notice nothing.
 */
export type Since = Exclude<Became, 'removed'>

/** One line of the list of sections of a national version. */
export type SectionRow = {
  key: string
  number: string
  depth: number
  title: TextIn
  mode: Mode
  since: Since
  /** What must be done before the version can be sent; null if nothing is open. */
  problem: Refusal | null
  languages: { language: Language; state: LanguageState }[]
}

/** The filters of the list. */
export const FILTERS = ['all', 'changed', 'to-do', 'omitted', 'untranslated'] as const
export type Filter = (typeof FILTERS)[number]

type Section = { entry: ManifestEntry; content: SectionContent }

/** Every section of a resolved version in reading order. `last` is the manifest of the last national release. */
export function sectionRows({
  sections,
  languages,
  reader,
  last,
}: {
  sections: readonly Section[]
  languages: readonly Language[]
  /** The preferred language of titles. */
  reader: Language
  last: readonly ManifestEntry[] | null
}): SectionRow[] {
  const became = sinceIn({ entries: sections.map(({ entry }) => entry), last })
  const contents = new Map(sections.map(({ entry, content }) => [entry.key, content]))
  return inReadingOrder(sections.map(({ entry }) => entry)).flatMap(({ entry, number, depth }): SectionRow[] => {
    const content = contents.get(entry.key)
    if (!content) return []
    return [
      {
        key: entry.key,
        number,
        depth,
        title: textIn({ given: content.title, languages: preferred({ reader, languages }), otherwise: entry.slug }),
        mode: entry.mode,
        since: became.get(entry.key) ?? 'same',
        problem: openProblemsOf([{ entry, content }], languages)[0] ?? null,
        languages: languages.map((language) => ({ language, state: languageState({ entry, content, language }) })),
      },
    ]
  })
}

/** The rows that a filter shows. */
export function rowsShown(rows: readonly SectionRow[], filter: Filter): SectionRow[] {
  return rows.filter((row) => {
    if (filter === 'changed') return row.since !== 'same'
    if (filter === 'to-do') return row.problem !== null
    if (filter === 'omitted') return row.mode === 'omit'
    if (filter === 'untranslated') return row.languages.some(({ state }) => state === 'missing')
    return true
  })
}

/** Do two entries publish the same: text, choice and reason? */
function isSameEntry(a: ManifestEntry, b: ManifestEntry): boolean {
  return (
    a.blob === b.blob &&
    a.mode === b.mode &&
    a.reason === b.reason &&
    (a.sources ?? '') === (b.sources ?? '') &&
    isSameJson(a.explanation ?? {}, b.explanation ?? {})
  )
}

function preferred({ reader, languages }: { reader: Language; languages: readonly Language[] }): Language[] {
  return languages.includes(reader) ? [reader, ...languages] : [...languages, reader]
}

function sinceIn({ entries, last }: { entries: ManifestEntry[]; last: readonly ManifestEntry[] | null }) {
  const listed = (some: readonly ManifestEntry[]) => some.map((entry) => ({ entry }))
  const pairs = whatBecame({
    before: listed(last ?? entries.flatMap(commonOf)),
    after: listed(entries),
    isSame: (was, is) => isSameEntry(was.entry, is.entry),
  })
  return new Map(pairs.flatMap(({ key, became }): [string, Since][] => (became === 'removed' ? [] : [[key, became]])))
}

/** The section of the common framework that an entry is based on; none if only the country has the section. */
function commonOf(entry: ManifestEntry): ManifestEntry[] {
  return entry.baseBlob === undefined ? [] : [{ ...entry, mode: 'inherit', blob: entry.baseBlob }]
}

function languageState({ entry, content, language }: Section & { language: Language }): LanguageState {
  if (entry.mode === 'omit') return 'not-used'
  const isMissing =
    TEXT_FIELDS.some((field) => entry.provenance[field]?.[language] === 'missing') ||
    (entry.mode === 'supplement' && isWritten(content.addition) && isEmptyField(content.addition[language]))
  return isMissing ? 'missing' : 'written'
}
