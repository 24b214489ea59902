import { blocksBefore } from './additionPlace'
import { isSameJson } from './canonicalJson'
import type { ByLanguage, Language } from './language'
import { inReadingOrder, type ManifestEntry, type PlacedSection } from './release'
import type { RichText } from './richText/richText'
import { isEmptyField, isSameField } from './richText/sameText'
import { type Reading, type Said, saidIn } from './said'
import { type Mode, OWN_FIELDS, type OwnField, ownFields, type SectionContent, type Words } from './section'
import { readsTranslated } from './translating'
import { type Why, whyOf } from './why'

/** What happened to a section between two texts. */
export type Became = 'new' | 'changed' | 'moved' | 'left-out' | 'taken-up' | 'removed' | 'same'

/** A section in the earlier and in the later text; null on the side that does not have it. */
export type SectionBecame<Section> = {
  key: string
  /** Its number in the later text; empty if it is no longer there. */
  number: string
  was: Section | null
  is: Section | null
  /** The later one, or the earlier one if the section is no longer there. */
  section: Section
  became: Became
}

type Listed = { entry: ManifestEntry }

/**
 * Returns what happened to each section between two texts: the sections of the later text in reading order, then those
 * that were removed. If a removed section was already left out before, it is not listed: nobody could read it.
 */
export function whatBecame<Section extends Listed>({
  before,
  after,
  isSame,
}: {
  before: readonly Section[]
  after: readonly Section[]
  /** Do both count as equal for those who see the list? For readers, use `readsTheSame`. */
  isSame: (was: Section, is: Section) => boolean
}): SectionBecame<Section>[] {
  const earlier = new Map(before.map((section) => [section.entry.key, section]))
  const later = new Set(after.map(({ entry }) => entry.key))
  const present = ordered(after).map(({ section: is, number }): SectionBecame<Section> => {
    const was = earlier.get(is.entry.key) ?? null
    return { key: is.entry.key, number, was, is, section: is, became: becameOf(was, is, isSame) }
  })
  const gone = ordered(before).flatMap(({ section: was }): SectionBecame<Section>[] => {
    const { key, mode } = was.entry
    if (later.has(key) || mode === 'omit') return []
    return [{ key, number: '', was, is: null, section: was, became: 'removed' }]
  })
  return [...present, ...gone]
}

/**
 * Returns what happened to each section of the common framework since a release of it (null before the first). Countries
 * also get the guidance and the settings, so every other content counts as a change.
 */
export function becameSinceRelease<Section extends Listed>({
  last,
  next,
}: {
  last: { manifest: readonly ManifestEntry[] } | null
  next: readonly Section[]
}): SectionBecame<Section | Listed>[] {
  return whatBecame<Section | Listed>({
    before: (last?.manifest ?? []).map((entry) => ({ entry })),
    after: next,
    isSame: (was, is) => was.entry.blob === is.entry.blob,
  })
}

/**
 * Returns the sections of which a release must say something: those that differ from the last one, withdrawn or not, so
 * that the notes of all releases together say what happened. None in the first release: everything is new in it.
 */
export function sectionsToNote<Section extends Listed>(given: {
  last: { manifest: readonly ManifestEntry[] } | null
  next: readonly Section[]
}): SectionBecame<Section | Listed>[] {
  return given.last ? becameSinceRelease(given).filter(({ became }) => became !== 'same') : []
}

function becameOf<One extends Listed>(was: One | null, is: One, isSame: (was: One, is: One) => boolean): Became {
  if (is.entry.mode === 'omit' && was?.entry.mode !== 'omit') return 'left-out'
  if (!was) return 'new'
  if (isTakenUp(was.entry, is.entry)) return 'taken-up'
  if (!isSame(was, is)) return 'changed'
  return isMoved(was, is) ? 'moved' : 'same'
}

/** Is a section used that was not used before? */
export function isTakenUp(was: { mode: Mode | null }, is: { mode: Mode | null }): boolean {
  return was.mode === 'omit' && is.mode !== 'omit'
}

/** Does the section have another parent or another rank? */
export function isMoved(was: Listed, is: Listed): boolean {
  return was.entry.parent !== is.entry.parent || was.entry.rank !== is.entry.rank
}

function ordered<Section extends Listed>(sections: readonly Section[]) {
  const placed = sections.map((section) => ({ ...section.entry, section }))
  return inReadingOrder(placed).map(({ entry: { section }, number }) => ({ section, number }))
}

/** The languages in which a text is read, and the language to use first if one is missing (see `saidIn`). */
export type ReadIn = {
  languages: readonly Language[]
  source: Language
  /** The languages of the earlier publication: in any other language, nobody could read it. */
  languagesBefore: readonly Language[]
}

function readings({ languages, languagesBefore, source }: ReadIn): { before: Reading; after: Reading }[] {
  return languages.map((language) => ({
    before: { language, source, isUnread: !languagesBefore.includes(language) },
    after: { language, source },
  }))
}

type Both<Side> = { was: Side; is: Side } & ReadIn

/**
 * Do readers of these languages see no difference? Compares the words (with those of another language if they are
 * missing), the audiences and stages, the mode, the reasons and the address. Ignores guidance for countries and words
 * in other languages.
 */
export function readsTheSame({ was, is, ...read }: Both<PlacedSection>): boolean {
  return isTreatedTheSame({ was: was.entry, is: is.entry, ...read }) && saysTheSame({ was, is, ...read })
}

/** Do both have the same mode and address and, for readers, the same reasons and the same notice of a translation? */
export function isTreatedTheSame({ was, is, ...read }: Both<ManifestEntry>): boolean {
  // A page says whether its words are a translation.
  const isTranslated = (entry: ManifestEntry, { language }: Reading) => readsTranslated({ ...entry, language })
  return (
    was.mode === is.mode &&
    was.slug === is.slug &&
    readings(read).every(
      ({ before, after }) =>
        isTranslated(was, before) === isTranslated(is, after) && isSameWhy(whyOf(was, before), whyOf(is, after)),
    )
  )
}

/** Do both give the same reasons, sources and explanations, with each explanation in the same language? */
export function isSameWhy(was: Why | null, is: Why | null): boolean {
  return (
    was?.reason === is?.reason &&
    was?.sources === is?.sources &&
    isSameSaid(was?.explanation, is?.explanation) &&
    isSameJson(was?.changes ?? [], is?.changes ?? [])
  )
}

/** Do readers get the same words from both, for the same audiences and stages? */
export function saysTheSame({ was, is, ...read }: Both<PlacedSection>): boolean {
  const isPublished = read.languages.every((language) => read.languagesBefore.includes(language))
  if (was.entry.blob === is.entry.blob && isPublished) return true
  const hasSameSets = (['audiences', 'stages'] as const).every((set) => isSameSet(was.content[set], is.content[set]))
  if (is.entry.mode !== 'omit' && !hasSameSets) return false
  return readings(read).every(({ before, after }) => {
    const [had, has] = [wordsRead(was, before), wordsRead(is, after)]
    return (
      had.additionAt === has.additionAt && fieldsRead(is.entry).every((field) => isSameSaid(had[field], has[field]))
    )
  })
}

/** The words that readers get of each field of a section; undefined if the field has none. */
export type WordsRead = { [Field in OwnField]?: Said<Words<Field>> } & {
  /** How many blocks of the text stand before the addition; undefined if all do. */
  additionAt?: number | undefined
}

/** If a section is left out, the site shows its title, and the common text to readers who ask for it. */
function fieldsRead({ mode }: Pick<ManifestEntry, 'mode'>): readonly OwnField[] {
  return mode === 'omit' ? ['title', 'body'] : OWN_FIELDS
}

/** Returns the words that readers get of a section; if they are missing in a language, those of another one. */
export function wordsRead(
  { entry, content }: { entry: Pick<ManifestEntry, 'mode' | 'provenance'>; content: SectionContent },
  reading: Reading,
): WordsRead {
  const fields = fieldsRead(entry)
  const read = <T extends string | RichText>(field: OwnField, texts: ByLanguage<T>) => {
    const isMissing = field !== 'addition' && entry.provenance[field]?.[reading.language] === 'missing'
    return fields.includes(field) ? saidIn(texts, { ...reading, isUnread: reading.isUnread || isMissing }) : undefined
  }
  const words = ownFields({ text: (name) => read(name, content[name]), richText: (name) => read(name, content[name]) })
  const additionAt = placeRead({ content, ...words })
  return additionAt === undefined ? words : { ...words, additionAt }
}

/** Where the addition stands in the text that is read, which can be in another language than the addition. */
function placeRead({ content, body, addition }: { content: SectionContent } & WordsRead): number | undefined {
  if (!content.additionPlace || !body || !addition) return undefined
  const at = blocksBefore({ place: content.additionPlace, body: content.body, language: body.language })
  return at < body.value.length ? at : undefined
}

/** Do readers see the same words in the same language? A page marks words that are not in its own language. */
export function isSameSaid(was: Said<string | RichText> | undefined, is: Said<string | RichText> | undefined): boolean {
  if (!isSameField(was?.value, is?.value)) return false
  // Without words there is nothing to mark.
  return isEmptyField(is?.value) || was?.language === is?.language
}

export function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one))
}
