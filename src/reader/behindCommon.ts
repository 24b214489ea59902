import { classOf } from '@/domain/changeGroups'
import { LANGUAGES, type Language } from '@/domain/language'
import { MASTER, type ManifestEntry, type Release, standsOn } from '@/domain/release'
import { inEach, type SectionContent, TEXT_FIELDS, withWords } from '@/domain/section'
import { pathOf } from '@/domain/siteAddress'
import { withdrawalOf } from '@/domain/standing'
import { translationBehind } from '@/domain/translationBehind'
import { countLag, sourceFor, translationLag } from '@/domain/translationLag'
import type { ReleaseHead } from '@/stored/release'
import type { ReaderSource } from './source'

/** A translation that lags behind the common text on which its section stands. */
export type BehindCommon = {
  /** The release of the common framework from which it was translated; null if that is not known. */
  from: string | null
  /** Is one of the changes that it does not have urgent? */
  isUrgent: boolean
  /** The common text in the language from which it is translated; null if readers do not have it. */
  common: { href: string; language: Language } | null
  /** What changed since it was translated; null if readers do not have both texts. */
  changes: string | null
}

type Asked = {
  release: Release
  entry: ManifestEntry
  content: SectionContent
  /** The common text on which the section stands. */
  base: SectionContent
  language: Language
  /** All publications of the common framework. */
  commonHeads: readonly ReleaseHead[]
  source: Pick<ReaderSource, 'release' | 'contents'>
}

/**
 * Where a published translation stands, if it lags; null if it does not, or if its release does not say from which text it was
 * made, and `unknown` if a text from which it was made cannot be read. Only the text of this section is read, in each release from which a part of it was translated.
 */
export async function behindCommon(asked: Asked): Promise<BehindCommon | 'unknown' | null> {
  const { release, entry, base, language, commonHeads } = asked
  const made = entry.translatedFrom?.[language]
  const preferred = [release.about.sourceLanguage, ...release.languages, ...LANGUAGES]
  const source = sourceFor({ content: base, language, preferred })
  if (!made || !source || !release.baseline || entry.mode === 'omit') return null
  const { settled = {}, ...parts } = made
  // A part that is not named was made from the text on which the section stands.
  const origin = { title: '', summary: '', body: '', ...parts, settled }
  const contentIn = await contentsIn(asked, [...Object.values(parts), ...Object.values(settled)])
  if (!contentIn) return 'unknown'
  const own = translationIn(asked)
  const lag = translationLag({ language, source, origin, contentIn, now: base, own })
  if (countLag(lag) === 0) return null
  const stands = standsOn(release.baseline, entry.key)
  const { since, notes } = translationBehind({ key: entry.key, lag, origin, line: commonHeads, standsOn: stands })
  const now = commonHeads.find(({ seq, kind }) => kind === 'release' && seq === stands.seq)
  const held = (one: ReleaseHead | null | undefined) => (one && !withdrawalOf(one, commonHeads) ? one : null)
  const [before, after] = [held(since), held(now)]
  const section = after?.languages.includes(source) && (await placeIn(asked, after.id))?.slug
  const address = { country: MASTER, language: source, toolkit: release.about.slug, version: stands.version }
  return {
    from: since?.version ?? null,
    isUrgent: classOf(notes) === 'urgent',
    common: section ? { href: pathOf({ ...address, section }), language: source } : null,
    changes:
      section && before && before.seq < stands.seq ? pathOf({ ...address, section, since: before.version }) : null,
  }
}

async function placeIn({ entry: { key }, source }: Asked, id: string): Promise<ManifestEntry | undefined> {
  return (await source.release(id))?.manifest.find((one) => one.key === key)
}

/** The section in each of these releases, which is null in one that does not have it; null if one cannot be read. */
async function contentsIn({ entry: { key }, source }: Asked, ids: readonly string[]) {
  const named = [...new Set(ids)]
  const releases = await Promise.all(named.map((id) => source.release(id)))
  if (releases.includes(undefined)) return null
  const blobOf = new Map(
    named.map((id, at) => [id, releases[at]?.manifest.find((one) => one.key === key)?.blob ?? ''] as const),
  )
  const contents = await source.contents([...new Set(blobOf.values())].filter(Boolean))
  const read = new Map<string, SectionContent>()
  for (const [id, blob] of blobOf) {
    const content = contents.get(blob)
    if (blob && (!content || content instanceof Error)) return null
    if (content && !(content instanceof Error)) read.set(id, content)
  }
  return (id: string): SectionContent | null => read.get(id) ?? null
}

/** The words of the section that are a translation in the language, without any other ones. */
function translationIn({ entry, content, language }: Asked): SectionContent {
  const others = inEach(TEXT_FIELDS, [language]).filter(
    ({ field }) => entry.provenance[field]?.[language] !== 'translation',
  )
  return others.reduce((left, { field }) => withWords(left, field, language, undefined), content)
}
