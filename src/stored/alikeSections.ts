import { setImmediate as letOthersGo } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { PayloadRequest } from 'payload'
import { alikeChanges, type ChangedPlace, changedPlaces } from '@/domain/alike'
import { grouped } from '@/domain/grouped'
import { LANGUAGES, type Language } from '@/domain/language'
import type { AlikeSection } from '@/domain/lookFirst'
import { type BaseSection, isTranslation, shownText, type VariantSection } from '@/domain/resolve'
import { OWN_FIELDS, type OwnField, ownFields, type SectionText } from '@/domain/section'
import { type BaseEntries, baseEntries, baseFrom } from '@/domain/sectionBaseline'
import { sectionText } from '@/domain/sectionText'
import { loadContents } from './commonBase'
import type { ListedVersion } from './listedVersions'
import { type ListedVariantSection, loadVariantSectionsById } from './variants'

/** The places that a country changed, by the revision of its section and what it stands on. `maxSize` is in words. */
const known = new LRUCache<string, ByLanguageOfSection>({
  maxSize: 2_000_000,
  sizeCalculation: (places) => 1 + [...places.values()].flat().reduce((words, one) => words + one.words.length, 0),
})

type ByLanguageOfSection = ReadonlyMap<Language, readonly ChangedPlace[]>

/** A section in which a country has words of its own, and the entries of the common text on which it stands. */
type Candidate = { version: ListedVersion; own: ListedVariantSection; entries: BaseEntries; name: string }

/**
 * Sections that several of these countries changed alike in one language, with the most countries that did. Only sections
 * are read in which at least two countries with a common language have words of their own, and each revision only once.
 * Other requests are answered between two sections. Not in a transaction (`loadUpdateStatuses`).
 */
export async function loadAlikeSections({
  req,
  versions,
}: {
  req: PayloadRequest
  versions: readonly ListedVersion[]
}): Promise<AlikeSection[]> {
  if (await req.transactionID) throw new Error('loadAlikeSections: not within a transaction')
  const byKey = grouped(versions.flatMap(candidatesIn), ({ own }) => own.key)
  const shared = [...byKey.values()].flatMap(withSharedLanguage)
  const places = await loadPlaces({ req, candidates: shared })
  const found: AlikeSection[] = []
  for (const [key, candidates] of grouped(shared, ({ own }) => own.key)) {
    await letOthersGo()
    const groups = LANGUAGES.flatMap((language) => {
      const changes = candidates.map(({ name, version: { variant } }) => ({
        country: variant.country,
        places: places.get(name)?.get(language) ?? [],
      }))
      return alikeChanges(changes).map(({ countries }): AlikeSection => ({ key, language, countries }))
    })
    const [largest] = groups.toSorted((one, other) => other.countries.length - one.countries.length)
    if (largest) found.push(largest)
  }
  return found
}

function candidatesIn(version: ListedVersion): Candidate[] {
  const { entryIn, own, start } = version
  return own.flatMap((section): Candidate[] => {
    if (section.mode !== 'adapt' && section.mode !== 'supplement') return []
    const { baseline, key, id, rev, updatedAt } = section
    const entries = baseEntries({ baseline, start: start.id, entryIn: (release) => entryIn(release, key) })
    if (!entries) return []
    const blobs = [entries.title, entries.summary, entries.body].map(({ blob }) => blob)
    return [{ version, own: section, entries, name: JSON.stringify([id, rev, updatedAt, blobs]) }]
  })
}

/** Those that share a language with another one. */
function withSharedLanguage(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ version: { variant } }) =>
    candidates.some(
      (other) =>
        other.version.variant.id !== variant.id &&
        other.version.variant.languages.some((language) => variant.languages.includes(language)),
    ),
  )
}

async function loadPlaces({
  req,
  candidates,
}: {
  req: PayloadRequest
  candidates: readonly Candidate[]
}): Promise<Map<string, ByLanguageOfSection>> {
  const places = new Map<string, ByLanguageOfSection>()
  const unknown = candidates.filter(({ name }) => {
    const its = known.get(name)
    if (its) places.set(name, its)
    return !its
  })
  // One country at a time, so that the texts of all countries are never in memory together.
  for (const ofOne of grouped(unknown, ({ version }) => version.variant.id).values()) {
    const texts = await loadVariantSectionsById({ req, ids: ofOne.map(({ own }) => own.id) })
    const contentOf = await loadContents({ req, entries: ofOne.map(({ entries }) => entries) })
    for (const { entries, name, own, version } of ofOne) {
      await letOthersGo()
      const section = texts.get(own.id)
      if (!section || section.rev !== own.rev) continue
      const its = placesIn({ base: baseFrom(entries, contentOf), own: section, languages: version.variant.languages })
      known.set(name, its)
      places.set(name, its)
    }
  }
  return places
}

/** What the country changed, in each language in which readers get words of its own. */
function placesIn({
  base: { content },
  own,
  languages,
}: {
  base: BaseSection
  own: VariantSection
  languages: readonly Language[]
}): ByLanguageOfSection {
  const places = new Map<Language, ChangedPlace[]>()
  for (const language of languages) {
    const common = withoutSets(sectionText({ content, language }))
    // What readers get as the common text, or as a translation of it, is no change.
    const isOwn = (field: OwnField) => {
      const words = { own, common: content, field, language }
      return shownText(words) !== undefined && !isTranslation(words)
    }
    if (!OWN_FIELDS.some(isOwn)) continue
    const read = ownFields({
      text: (field) => (isOwn(field) ? (own[field][language] ?? '') : common[field]),
      richText: (field) => (isOwn(field) ? (own[field][language] ?? []) : common[field]),
    })
    const changed = changedPlaces({ common, own: { ...common, ...read } })
    if (changed.length > 0) places.set(language, changed)
  }
  return places
}

function withoutSets(text: SectionText): SectionText {
  return { ...text, audiences: [], stages: [] }
}
