import type { PayloadRequest } from 'payload'
import type { PreparedRelease } from '@/domain/preparedRelease'
import { MASTER, type ManifestEntry } from '@/domain/release'
import { type BaseSection, type Place, resolvedPlaces, type VariantSection } from '@/domain/resolve'
import type { SectionContent } from '@/domain/section'
import { type BaseEntries, baseEntries, baseFrom, isOneContent, underPresentParents } from '@/domain/sectionBaseline'
import { standingOf, withdrawalOf } from '@/domain/standing'
import { type EntryIn, type Followed, followedRelease, standingEntries } from '@/domain/updates/updates'
import { loadBlobs } from './blobs'
import { contentHash } from './contentHash'
import { loadManifests } from './manifests'
import type { ReleaseHead } from './release'
import { releaseHeads } from './releases'
import type { Variant } from './variants'

/** What a country stored for a section, as far as it says on which common text the section stands. */
type Stands = Pick<VariantSection, 'key' | 'baseline'>

/** The sections of the releases on which a version stands. */
export type KnownReleases = {
  start: { id: string; manifest: readonly ManifestEntry[] }
  entryIn: EntryIn
}

/**
 * The manifests of the releases on which a version stands, and of others that are asked for. A version can stand on the next release, as
 * it is prepared, after decisions that will be made with it. Throws if one does not exist: a release is never deleted.
 */
export async function loadStandingReleases({
  req,
  variant,
  own,
  others = [],
  prepared = null,
}: {
  req: PayloadRequest
  variant: Pick<Variant, 'baseline'>
  own: readonly Stands[]
  others?: readonly string[]
  prepared?: PreparedRelease | null
}): Promise<KnownReleases> {
  const ids = new Set([variant.baseline, ...own.flatMap(({ baseline }) => Object.values(baseline)), ...others])
  if (prepared) ids.delete(prepared.id)
  const manifests = new Map(await loadManifests({ req, releases: [...ids] }))
  for (const id of ids) if (!manifests.has(id)) throw new Error(`Release ${id} is not there`)
  if (prepared) manifests.set(prepared.id, prepared.manifest)
  return {
    start: { id: variant.baseline, manifest: manifests.get(variant.baseline) ?? [] },
    entryIn: (release, key) => indexed(manifests.get(release) ?? []).get(key),
  }
}

/** By key; a manifest never changes. */
const indexes = new WeakMap<readonly ManifestEntry[], Map<string, ManifestEntry>>()

function indexed(manifest: readonly ManifestEntry[]): Map<string, ManifestEntry> {
  const index = indexes.get(manifest) ?? new Map(manifest.map((entry) => [entry.key, entry]))
  indexes.set(manifest, index)
  return index
}

/**
 * The common text on which a national version stands, section by section. `composed` are the contents whose parts come
 * from several releases: they are stored with what is published, since no release of the common framework names them.
 */
export async function loadBase({
  req,
  variant,
  own,
}: {
  req: PayloadRequest
  variant: Pick<Variant, 'baseline'>
  own: readonly Stands[]
}): Promise<{ base: BaseSection[]; composed: SectionContent[] }> {
  const known = await loadStandingReleases({ req, variant, own })
  const standing = standingEntries({ ...known, own })
  const contents = await loadContents({ req, entries: standing.map(({ entries }) => entries) })
  const sections = standing.map(({ entries }) => stored(baseFrom(entries, contents)))
  const placed = placedIn({ ...known, own, entries: sections.map(({ entry }) => entry) })
  const base = sections.map((section, index) => {
    const entry = placed[index]
    return entry && entry !== section.entry ? { ...section, entry } : section
  })
  const composed = sections.filter((_, index) => {
    const entries = standing[index]?.entries
    return entries !== undefined && !isOneContent(entries)
  })
  return { base, composed: composed.map(({ content }) => content) }
}

/**
 * The common text on which one section stands, null if the version does not have it from the common framework, and the
 * places of all sections of the version, which number them. `own` is what the country stored for all sections.
 */
export async function loadBaseSection({
  req,
  variant,
  own,
  key,
}: {
  req: PayloadRequest
  variant: Pick<Variant, 'baseline'>
  own: readonly (Stands & Pick<VariantSection, 'mode' | 'parent' | 'rank'>)[]
  key: string
}): Promise<{ base: BaseSection | null; places: Place[] }> {
  const known = await loadStandingReleases({ req, variant, own })
  const standing = standingEntries({ ...known, own })
  const entries = placedIn({ ...known, own, entries: standing.map((one) => one.entries.place) })
  const asked = standing.find((one) => one.key === key)
  const base = asked ? await loadComposed({ req, entries: asked.entries }) : null
  const places = resolvedPlaces(entries, own)
  const place = entries.find((one) => one.key === key)
  return { base: base && place ? { ...base, entry: { ...base.entry, parent: place.parent } } : base, places }
}

/** The common text on which one section stands; null if the version does not have it from the common framework. */
export async function loadBaseOf({
  req,
  variant,
  key,
  own,
}: {
  req: PayloadRequest
  variant: Pick<Variant, 'baseline'>
  key: string
  /** What the country stored for the section. */
  own: Pick<VariantSection, 'baseline'> | null
}): Promise<BaseSection | null> {
  const baseline = own?.baseline ?? {}
  const known = await loadStandingReleases({ req, variant, own: [{ key, baseline }] })
  const entries = baseEntries({ baseline, start: known.start.id, entryIn: (release) => known.entryIn(release, key) })
  return entries && loadComposed({ req, entries })
}

/** A section of the common text from the entries of its parts. */
export async function loadComposed({
  req,
  entries,
}: {
  req: PayloadRequest
  entries: BaseEntries
}): Promise<BaseSection> {
  return stored(baseFrom(entries, await loadContents({ req, entries: [entries] })))
}

/** Gives the content of each entry in these groups. `prepared` has those that may not be stored yet. */
export async function loadContents({
  req,
  entries,
  prepared = null,
}: {
  req: PayloadRequest
  entries: readonly Record<string, ManifestEntry>[]
  prepared?: PreparedRelease | null
}): Promise<(entry: ManifestEntry) => SectionContent> {
  const hashes = new Set(entries.flatMap((one) => Object.values(one).map(({ blob }) => blob)))
  const contents = await loadBlobs({ req, hashes: [...hashes].filter((hash) => !prepared?.contents.has(hash)) })
  return ({ blob }) => {
    const content = prepared?.contents.get(blob) ?? contents.get(blob)
    if (!content) throw new Error(`Blob ${blob} is not there`)
    return content
  }
}

/** With the hash of its content, where its parts come from several releases. */
function stored(section: BaseSection): BaseSection {
  const { entry, content } = section
  return entry.blob === '' ? { ...section, entry: { ...entry, blob: contentHash(content) } } : section
}

function placedIn({
  start,
  entryIn,
  own,
  entries,
}: KnownReleases & { own: readonly Stands[]; entries: readonly ManifestEntry[] }): ManifestEntry[] {
  const baselines = new Map(own.map(({ key, baseline }) => [key, baseline]))
  const there = new Set([...entries.map(({ key }) => key), ...baselines.keys()])
  return underPresentParents({
    entries,
    isThere: (key) => there.has(key),
    parentOf: ({ key }, parent) => entryIn(baselines.get(key)?.place ?? start.id, parent)?.parent ?? null,
  })
}

/** The release that a version follows as a whole, and what stands on others. */
export type FollowedHeads = {
  follows: ReleaseHead
  behind: { release: ReleaseHead; keys: string[] }[]
  ahead: { release: ReleaseHead; keys: string[] }[]
}

/**
 * The release of the common framework that a national version follows. `heads` are all publications of the common
 * framework, newest first. A withdrawn release counts only where the country decided on it.
 */
export async function loadFollowed({
  req,
  variant,
  own,
  heads,
}: {
  req: PayloadRequest
  variant: Pick<Variant, 'baseline'>
  own: readonly (Stands & Pick<VariantSection, 'mode'>)[]
  heads: readonly ReleaseHead[]
}): Promise<FollowedHeads> {
  const named = new Set([variant.baseline, ...own.flatMap(({ baseline }) => Object.values(baseline))])
  const start = heads.find(({ id }) => id === variant.baseline)
  if (!start) throw new Error(`Release ${variant.baseline} is not there`)
  const newest = standingOf(heads).inUse?.seq ?? 0
  const line = heads
    .filter(({ id, kind, seq, version }) => {
      const isOffered = seq <= newest && !withdrawalOf({ seq, version }, heads)
      return kind === 'release' && seq >= start.seq && (named.has(id) || isOffered)
    })
    .toReversed()
  const known = await loadStandingReleases({ req, variant, own, others: line.map(({ id }) => id) })
  const manifests = await loadManifests({ req, releases: line.map(({ id }) => id) })
  const { follows, behind, ahead } = followedRelease({
    line: line.map(({ id }) => ({ id, manifest: manifests.get(id) ?? [] })),
    own,
    entryIn: known.entryIn,
  })
  const headOf = (id: string): ReleaseHead => heads.find((one) => one.id === id) ?? start
  const withHeads = (some: Followed['behind']) => some.map(({ release, keys }) => ({ release: headOf(release), keys }))
  return { follows: headOf(follows), behind: withHeads(behind), ahead: withHeads(ahead) }
}

/** All publications of a toolkit's common framework, newest first, without their sections. */
export function commonHeads({ req, toolkit }: { req: PayloadRequest; toolkit: string }): Promise<ReleaseHead[]> {
  return releaseHeads({ req, toolkit, country: MASTER })
}
