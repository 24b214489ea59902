import type { ByLanguage, Language } from './language'
import { inReadingOrder, type ManifestEntry } from './release'
import type { RichText } from './richText'
import { type Said, saidIn } from './said'
import { isEmptyField, isSameField } from './sameText'
import { type SectionContent, TEXT_FIELDS } from './section'

/** A section with its place and its content, in one of the two texts that are compared. */
export type PlacedSection = { entry: ManifestEntry; content: SectionContent }

/** What became of a section from one text to the next. */
export type Became = 'new' | 'changed' | 'moved' | 'left-out' | 'taken-up' | 'removed' | 'same'

/** A section as it was and as it is; null on the side that does not have it. */
export type SectionBecame<Section> = {
  key: string
  /** Its number in the later text; empty for a section that is no longer there. */
  number: string
  was: Section | null
  is: Section | null
  /** Either of them: as it is, where it still is. */
  section: Section
  became: Became
}

/**
 * What became of every section from one text to the next, in reading order, with what is no longer there at the end. What was
 * left out and is no longer there is not in it: nobody could read it before either.
 */
export function whatBecame<Section extends { entry: ManifestEntry }>({
  before,
  after,
  isSame,
}: {
  before: readonly Section[]
  after: readonly Section[]
  /** Is what both hold the same to whom it is told? For readers that is `readsTheSame`. */
  isSame: (was: Section, is: Section) => boolean
}): SectionBecame<Section>[] {
  const earlier = new Map(before.map((section) => [section.entry.key, section]))
  const later = new Set(after.map(({ entry }) => entry.key))
  const present = ordered(after).map(({ section: is, number }): SectionBecame<Section> => {
    const { key } = is.entry
    const was = earlier.get(key) ?? null
    return { key, number, was, is, section: is, became: becameOf({ was, is, isSame }) }
  })
  const gone = ordered(before).flatMap(({ section: was }): SectionBecame<Section>[] => {
    const { key, mode } = was.entry
    if (later.has(key) || mode === 'omit') return []
    return [{ key, number: '', was, is: null, section: was, became: 'removed' }]
  })
  return [...present, ...gone]
}

function becameOf<Section extends { entry: ManifestEntry }>({
  was,
  is,
  isSame,
}: {
  was: Section | null
  is: Section
  isSame: (was: Section, is: Section) => boolean
}): Became {
  const isLeftOut = is.entry.mode === 'omit'
  if (isLeftOut && was?.entry.mode !== 'omit') return 'left-out'
  if (!was) return 'new'
  if (!isLeftOut && was.entry.mode === 'omit') return 'taken-up'
  if (!isSame(was, is)) return 'changed'
  return was.entry.parent === is.entry.parent && was.entry.rank === is.entry.rank ? 'same' : 'moved'
}

function ordered<Section extends { entry: ManifestEntry }>(sections: readonly Section[]) {
  const byKey = new Map(sections.map((section) => [section.entry.key, section]))
  return inReadingOrder(sections.map(({ entry }) => entry)).flatMap(({ entry, number }) => {
    const section = byKey.get(entry.key)
    return section ? [{ section, number }] : []
  })
}

/** In which languages a text is read, and which stands in where one of them was not written (see `saidIn`). */
export type ReadIn = { languages: readonly Language[]; source: Language }

/**
 * Do readers of these languages get the same in both: words, with those that stand in for missing ones, whom they are for, what
 * the country does with the section, and why? Guidance for countries, and words in other languages, are nothing to them.
 */
export function readsTheSame({ was, is, ...read }: { was: PlacedSection; is: PlacedSection } & ReadIn): boolean {
  return isTreatedTheSame({ was: was.entry, is: is.entry, ...read }) && saysTheSame({ was, is, ...read })
}

/** Do readers learn the same of what the country does with a section and why? */
export function isTreatedTheSame({
  was,
  is,
  languages,
  source,
}: { was: ManifestEntry; is: ManifestEntry } & ReadIn): boolean {
  return (
    was.mode === is.mode &&
    was.reason === is.reason &&
    (was.sources ?? '') === (is.sources ?? '') &&
    languages.every((language) =>
      isSameSaid(
        saidIn(was.explanation ?? {}, { language, source }),
        saidIn(is.explanation ?? {}, { language, source }),
      ),
    )
  )
}

/** Do both say the same, to the same professions at the same steps? Of a section that is not used nothing is read. */
export function saysTheSame({
  was,
  is,
  languages,
  source,
}: { was: PlacedSection; is: PlacedSection } & ReadIn): boolean {
  if (is.entry.mode === 'omit' || was.entry.blob === is.entry.blob) return true
  return (
    isSameSet(was.content.audiences, is.content.audiences) &&
    isSameSet(was.content.stages, is.content.stages) &&
    languages.every((language) =>
      FIELDS.every((field) =>
        isSameSaid(readIn({ section: was, field, language, source }), readIn({ section: is, field, language, source })),
      ),
    )
  )
}

/** The languages whose words stand in for those that a section lacks in the language. */
export function standingIn({
  section,
  language,
  source,
}: {
  section: PlacedSection
  language: Language
  source: Language
}): Language[] {
  const read = FIELDS.flatMap((field) => readIn({ section, field, language, source }) ?? [])
  return [...new Set(read.filter(({ standsIn }) => standsIn).map(({ language: other }) => other))]
}

const FIELDS = [...TEXT_FIELDS, 'addition'] as const

function readIn({
  section: { entry, content },
  field,
  language,
  source,
}: {
  section: PlacedSection
  field: (typeof FIELDS)[number]
  language: Language
  source: Language
}): Said<string | RichText> | undefined {
  const missing = field !== 'addition' && entry.provenance[field]?.[language] === 'missing'
  const texts: ByLanguage<string | RichText> = content[field]
  return saidIn(texts, { language, source, missing })
}

function isSameSaid(was: Said<string | RichText> | undefined, is: Said<string | RichText> | undefined): boolean {
  if (!isSameField(was?.value, is?.value)) return false
  // The same words are marked otherwise where they stand in for another language; without words there is nothing to mark.
  return isEmptyField(is?.value) || was?.language === is?.language
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one))
}
