import type { ByLanguage, Language } from './language'
import { inReadingOrder, type ManifestEntry, type PlacedSection } from './release'
import type { RichText } from './richText/richText'
import { isEmptyField, isSameField } from './richText/sameText'
import { type Reading, type Said, saidIn } from './said'
import { OWN_FIELDS, type OwnField, type Words } from './section'
import { readsTranslated } from './translating'
import { type Why, whyOf } from './why'

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

type Listed = { entry: ManifestEntry }

/**
 * What became of every section from one text to the next, in reading order, with what is no longer there at the end. What was
 * left out and is no longer there is not in it: nobody could read it before either.
 */
export function whatBecame<Section extends Listed>({
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
    return { key, number, was, is, section: is, became: becameOf(was, is, isSame) }
  })
  const gone = ordered(before).flatMap(({ section: was }): SectionBecame<Section>[] => {
    const { key, mode } = was.entry
    if (later.has(key) || mode === 'omit') return []
    return [{ key, number: '', was, is: null, section: was, became: 'removed' }]
  })
  return [...present, ...gone]
}

function becameOf<Section extends Listed>(
  was: Section | null,
  is: Section,
  isSame: (was: Section, is: Section) => boolean,
): Became {
  const isLeftOut = is.entry.mode === 'omit'
  if (isLeftOut && was?.entry.mode !== 'omit') return 'left-out'
  if (!was) return 'new'
  if (!isLeftOut && was.entry.mode === 'omit') return 'taken-up'
  if (!isSame(was, is)) return 'changed'
  return isMoved(was, is) ? 'moved' : 'same'
}

/** Does it stand in another place? */
export function isMoved(was: Listed, is: Listed): boolean {
  return was.entry.parent !== is.entry.parent || was.entry.rank !== is.entry.rank
}

function ordered<Section extends Listed>(sections: readonly Section[]) {
  const placed = sections.map((section) => ({ ...section.entry, section }))
  return inReadingOrder(placed).map(({ entry: { section }, number }) => ({ section, number }))
}

/** In which languages a text is read, and which stands in where one of them was not written (see `saidIn`). */
export type ReadIn = {
  languages: readonly Language[]
  source: Language
  /** Those that the text before was published in: in any other, nothing of it was read. */
  languagesBefore: readonly Language[]
}

/** How both texts are read in each of the languages. */
function readings({ languages, languagesBefore, source }: ReadIn): { before: Reading; after: Reading }[] {
  return languages.map((language) => ({
    before: { language, source, isUnread: !languagesBefore.includes(language) },
    after: { language, source },
  }))
}

type Both<Side> = { was: Side; is: Side } & ReadIn

/**
 * Do readers of these languages get the same in both: words, with those that stand in for missing ones, whom they are for, what
 * the country does with the section and why, at the same address? Guidance for countries, and words in other languages, are nothing
 * to them.
 */
export function readsTheSame({ was, is, ...read }: Both<PlacedSection>): boolean {
  return isTreatedTheSame({ was: was.entry, is: is.entry, ...read }) && saysTheSame({ was, is, ...read })
}

/** Do readers learn the same of what the country does with a section, whose words it has and why, at the same address? */
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

/** Do both say why in the same words, of the same language? */
export function isSameWhy(was: Why | null, is: Why | null): boolean {
  return was?.reason === is?.reason && was?.sources === is?.sources && isSameSaid(was?.explanation, is?.explanation)
}

/** Do both say the same, to the same professions at the same steps? */
export function saysTheSame({ was, is, ...read }: Both<PlacedSection>): boolean {
  const isPublished = read.languages.every((language) => read.languagesBefore.includes(language))
  if (was.entry.blob === is.entry.blob && isPublished) return true
  const isSet = is.entry.mode !== 'omit'
  if (isSet && !isSameSet(was.content.audiences, is.content.audiences)) return false
  if (isSet && !isSameSet(was.content.stages, is.content.stages)) return false
  return readings(read).every(({ before, after }) => {
    const [had, has] = [wordsRead(was, before), wordsRead(is, after)]
    return fieldsRead(is.entry).every((field) => isSameSaid(had[field], has[field]))
  })
}

/** What readers get of each field of a section; nothing of a field without words. */
export type WordsRead = { [Field in OwnField]?: Said<Words<Field>> }

/** Of a section that is not used the site shows its title, and the common text to those who want to see what is left out. */
function fieldsRead({ mode }: Pick<ManifestEntry, 'mode'>): readonly OwnField[] {
  return mode === 'omit' ? ['title', 'body'] : OWN_FIELDS
}

/** The words of a section as readers get them: its own, and those that stand in for words that it lacks. */
export function wordsRead({ entry, content }: PlacedSection, reading: Reading): WordsRead {
  const fields = fieldsRead(entry)
  const read = <T extends string | RichText>(field: OwnField, texts: ByLanguage<T>) => {
    const isMissing = field !== 'addition' && entry.provenance[field]?.[reading.language] === 'missing'
    return fields.includes(field) ? saidIn(texts, { ...reading, isUnread: reading.isUnread || isMissing }) : undefined
  }
  return {
    title: read('title', content.title),
    summary: read('summary', content.summary),
    body: read('body', content.body),
    addition: read('addition', content.addition),
  }
}

/** Are both the same to readers? The same words are marked otherwise where they stand in for another language. */
export function isSameSaid(was: Said<string | RichText> | undefined, is: Said<string | RichText> | undefined): boolean {
  if (!isSameField(was?.value, is?.value)) return false
  // Without words there is nothing to mark.
  return isEmptyField(is?.value) || was?.language === is?.language
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one))
}
