import { type Became, whatBecame } from '@/domain/became'
import { isSameJson } from '@/domain/canonicalJson'
import type { ByLanguage, Language } from '@/domain/language'
import { openProblemsOf } from '@/domain/readiness'
import type { Refusal } from '@/domain/refusal'
import { inReadingOrder, type ManifestEntry } from '@/domain/release'
import { isEmptyField, isWritten } from '@/domain/richText/sameText'
import { type Mode, type SectionContent, TEXT_FIELDS } from '@/domain/section'
import { readsTranslated } from '@/domain/translating'
import { countLag, type TranslationLag } from '@/domain/translationLag'
import type { ShownUpdate } from '../updates/UpdateMark'
import { type TextIn, textIn } from '../words/titles'

/**
 * How complete the words of a section are in a language. A translation is current, or behind the common text that it was
 * made from.
 */
export type LanguageState = 'written' | 'current' | 'behind' | 'missing' | 'not-used'

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
  /** What the newest release of the common framework means for it. */
  update: ShownUpdate
  /** The key of the section with which that is decided; null if it is decided alone, or is the first of several. */
  decidedWith: string | null
  /** coming: the common framework has it, and the country has not decided yet · going: the common framework has it no more. */
  place: 'here' | 'coming' | 'going'
  /** Did the person who looks change it in this edition? */
  isMine: boolean
  /** What must be done before the version can be sent; null if nothing is open. */
  problem: Refusal | null
  /** `behind` is how many paragraphs of a translation are. */
  languages: { language: Language; state: LanguageState; behind: number }[]
}

/** The filters of the list; those of updates are statuses of them. */
export const FILTERS = [
  'all',
  'decision-needed',
  'please-check',
  'ready',
  'changed',
  'own',
  'to-do',
  'without-reason',
  'mine',
  'omitted',
  'untranslated',
  'behind',
] as const
export type Filter = (typeof FILTERS)[number]

type Section = { entry: ManifestEntry; content: SectionContent }

/** What a list shows besides the text: what waits, and whose work it is. */
export type RowFacts = {
  updates: ReadonlyMap<string, ShownUpdate>
  /** By a section that is decided with another one: the key of that one. */
  decidedWith: ReadonlyMap<string, string>
  /** Sections that the country does not have yet, with the places where they will come. */
  coming: readonly Section[]
  /** The keys of those that the common framework no longer has. */
  going: ReadonlySet<string>
  /** The keys of those that the person who looks changed in this edition. */
  mine: ReadonlySet<string>
}

export const NO_FACTS: RowFacts = {
  updates: new Map(),
  decidedWith: new Map(),
  coming: [],
  going: new Set(),
  mine: new Set(),
}

/** Every section of a resolved version in reading order. `last` is the manifest of the last national release. */
export function sectionRows({
  sections,
  common,
  languages,
  source,
  reader,
  last,
  facts: { updates, decidedWith, coming, going, mine } = NO_FACTS,
  lags,
}: {
  sections: readonly Section[]
  /** The common texts on which the sections stand, by key. */
  common: ReadonlyMap<string, SectionContent>
  languages: readonly Language[]
  /** The language of the common framework. */
  source: Language
  /** The preferred language of titles. */
  reader: Language
  last: readonly ManifestEntry[] | null
  facts?: RowFacts
  /** Where translations lag, by section. */
  lags: ReadonlyMap<string, ByLanguage<TranslationLag>>
}): SectionRow[] {
  const became = sinceIn({ entries: sections.map(({ entry }) => entry), last })
  const all = [...sections, ...coming]
  const contents = new Map(all.map(({ entry, content }) => [entry.key, content]))
  // Sections that are coming have no number yet: those of the others are what readers see.
  const numbers = new Map(inReadingOrder(sections.map(({ entry }) => entry)).map((one) => [one.entry.key, one.number]))
  return inReadingOrder(all.map(({ entry }) => entry)).flatMap(({ entry, depth }): SectionRow[] => {
    const { key } = entry
    const content = contents.get(key)
    if (!content) return []
    const number = numbers.get(key)
    return [
      {
        key,
        number: number ?? '',
        depth,
        title: textIn({ given: content.title, languages: preferred({ reader, languages }), otherwise: entry.slug }),
        mode: entry.mode,
        since: became.get(key) ?? 'same',
        update: updates.get(key) ?? 'none',
        decidedWith: decidedWith.get(key) ?? null,
        place: number === undefined ? 'coming' : going.has(key) ? 'going' : 'here',
        isMine: mine.has(key),
        problem:
          number === undefined
            ? null
            : (openProblemsOf([{ entry, content }], { common, languages, source })[0] ?? null),
        languages: languages.map((language) => {
          const lag = lags.get(key)?.[language]
          const behind = lag ? countLag(lag) : 0
          const state = number === undefined ? 'not-used' : languageState({ entry, content, language, behind })
          return { language, behind, state }
        }),
      },
    ]
  })
}

/** The rows that a filter shows. */
export function rowsShown(rows: readonly SectionRow[], filter: Filter): SectionRow[] {
  return rows.filter((row) => IS_SHOWN[filter](row))
}

/** How many there are with a filter: sections, or decisions where it asks for those. Sections that are decided together are one. */
export function countShown(rows: readonly SectionRow[], filter: Filter): number {
  const shown = rowsShown(rows, filter)
  const isOfDecisions = filter === 'decision-needed' || filter === 'please-check' || filter === 'ready'
  return isOfDecisions ? shown.filter(({ decidedWith }) => decidedWith === null).length : shown.length
}

const IS_SHOWN: Record<Filter, (row: SectionRow) => boolean> = {
  all: () => true,
  'decision-needed': ({ update }) => update === 'decision-needed',
  'please-check': ({ update }) => update === 'please-check',
  ready: ({ update }) => update === 'ready',
  changed: ({ since }) => since !== 'same',
  own: ({ mode }) => mode === 'adapt' || mode === 'supplement' || mode === 'local',
  'to-do': ({ problem }) => problem !== null,
  'without-reason': ({ problem }) => problem?.key === 'refusal.reason-missing',
  mine: ({ isMine }) => isMine,
  omitted: ({ mode }) => mode === 'omit',
  untranslated: ({ languages }) => languages.some(({ state }) => state === 'missing'),
  behind: ({ languages }) => languages.some(({ behind }) => behind > 0),
}

/** Do two entries publish the same: text, choice and reason? */
function isSameEntry(a: ManifestEntry, b: ManifestEntry): boolean {
  return (
    a.blob === b.blob &&
    a.mode === b.mode &&
    a.reason === b.reason &&
    (a.sources ?? '') === (b.sources ?? '') &&
    isSameJson(a.explanation ?? {}, b.explanation ?? {}) &&
    isSameJson(a.changeReasons ?? [], b.changeReasons ?? [])
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

function languageState({
  entry,
  content,
  language,
  behind,
}: Section & { language: Language; behind: number }): LanguageState {
  if (entry.mode === 'omit') return 'not-used'
  const isMissing =
    TEXT_FIELDS.some((field) => entry.provenance[field]?.[language] === 'missing') ||
    (entry.mode === 'supplement' && isWritten(content.addition) && isEmptyField(content.addition[language]))
  if (isMissing) return 'missing'
  if (behind > 0) return 'behind'
  return readsTranslated({ provenance: entry.provenance, language }) ? 'current' : 'written'
}
