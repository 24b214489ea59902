import type { PayloadRequest } from 'payload'
import { type AboutChange, aboutChanges } from '@/domain/aboutChanges'
import { isSameJson } from '@/domain/canonicalJson'
import type { Language } from '@/domain/language'
import type { Baseline, ManifestEntry, PlacedSection, Release } from '@/domain/release'
import { lastHeld } from '@/domain/standing'
import { loadBlobs } from '@/stored/blobs'
import { commonHeads } from '@/stored/commonBase'
import { type Edition, pinnedAboutOf, pinnedManifestOf } from '@/stored/editions'
import { loadManifests } from '@/stored/manifests'
import { loadRelease, loadReleaseSections } from '@/stored/releases'
import { baselineOf, type ResolvedVariant } from '@/stored/resolveVariant'
import type { VersionState } from '../reading/versionState'
import { isNamedByUs } from '../words/countryName'
import { type ComparedAbout, comparedAbout } from './comparedAbout'

/** What a reviewer reads: the text that was sent with what its pages say, and the release that it is compared with. */
export type ReviewState = {
  sent: PlacedSection[]
  about: ComparedAbout[]
  before: PlacedSection[]
  /** The last national release that is not withdrawn, or else the release of the common framework that the version is based on. */
  against: Release
  /** Was there no national release before, not even a withdrawn one? */
  isFirst: boolean
  isAgainstCommon: boolean
  /**
   * The release of the common framework that the text follows, with the sections on another one; null where nothing says so: the
   * country has decided on an update since the text was sent, or the release is an old one.
   */
  follows: Baseline | null
  /** The language that the toolkit is written in: its words replace missing ones. */
  source: Language
}

/** The text that was sent for review with what it is compared with; null if nothing was sent yet. */
export async function loadReviewState({
  req,
  edition,
  version,
}: {
  req: PayloadRequest
  edition: Edition
  version: VersionState
}): Promise<ReviewState | null> {
  const manifest = pinnedManifestOf(edition)
  if (!manifest) return null
  const contents = await loadBlobs({ req, hashes: manifest.map(({ blob }) => blob) })
  const sent = manifest.map((entry) => {
    const content = contents.get(entry.blob)
    if (!content) throw new Error(`Edition ${edition.id} names blob ${entry.blob}, which is not there`)
    return { entry, content }
  })
  const { releases } = version
  const number = ownNumber({ edition, releases })
  const earlier = releaseBefore({ edition, releases })
  const published = publishedAs({ edition, releases })
  const follows = published ? (published.baseline ?? null) : followedNow(version, manifest)
  const against = earlier ?? (await loadBasis({ req, follows, resolved: version.resolved }))
  const before = earlier
    ? await loadReleaseSections({ req, release: earlier })
    : await loadCommonBefore({ req, manifest, common: await loadCommonPlaces({ req, edition, follows, against }) })
  return {
    sent,
    about: comparedAbout(aboutDifference({ edition, earlier, against })),
    before,
    against,
    isFirst: !releases.some(({ kind, seq }) => kind === 'release' && seq < number),
    isAgainstCommon: earlier === null,
    follows,
    source: version.toolkit.sourceLanguage,
  }
}

/** What the version follows, if it stands on the same common texts as what was sent. */
function followedNow({ resolved }: VersionState, manifest: readonly ManifestEntry[]): Baseline | null {
  const basesOf = (entries: readonly ManifestEntry[]) =>
    Object.fromEntries(entries.flatMap(({ key, baseBlob }) => (baseBlob ? [[key, baseBlob]] : [])))
  const now = resolved.sections.map(({ entry }) => entry)
  return isSameJson(basesOf(manifest), basesOf(now)) ? baselineOf(resolved) : null
}

/** The release of the common framework that a text follows; that of the version as it is now where nothing says which. */
async function loadBasis({
  req,
  follows,
  resolved: { baseline },
}: {
  req: PayloadRequest
  follows: Baseline | null
  resolved: Pick<ResolvedVariant, 'baseline'>
}): Promise<Release> {
  return follows && follows.release !== baseline.id ? loadRelease({ req, id: follows.release }) : baseline
}

/**
 * The common text on which each section stood when the edition was sent: not all of them stand on the release that the
 * version follows, and one that the country has not taken up yet is not removed.
 */
async function loadCommonBefore({
  req,
  manifest,
  common,
}: {
  req: PayloadRequest
  manifest: readonly ManifestEntry[]
  /** The sections of the common framework with their places. */
  common: readonly ManifestEntry[]
}): Promise<PlacedSection[]> {
  const places = new Map(common.map((entry) => [entry.key, entry]))
  const based = manifest.flatMap(({ baseBlob: blob, key, parent, rank, slug }): ManifestEntry[] => {
    if (blob === undefined) return []
    const place = places.get(key) ?? { key, slug, parent, rank, mode: 'inherit', provenance: {} }
    return [{ ...place, blob }]
  })
  return loadReleaseSections({ req, release: { id: 'of the common framework', manifest: based } })
}

/** Each section as the release has it on which it stands; as the one that the version follows has it where nothing says which. */
async function loadCommonPlaces({
  req,
  edition: { toolkit },
  follows,
  against: { manifest },
}: {
  req: PayloadRequest
  edition: Pick<Edition, 'toolkit'>
  follows: Baseline | null
  against: Pick<Release, 'manifest'>
}): Promise<ManifestEntry[]> {
  const heads = await commonHeads({ req, toolkit })
  const others = (follows?.others ?? []).flatMap(({ keys, seq }) => {
    const release = heads.find((one) => one.seq === seq)
    return release ? [{ keys, id: release.id }] : []
  })
  const manifests = await loadManifests({ req, releases: others.map(({ id }) => id) })
  const elsewhere = others.flatMap(({ keys, id }) => manifests.get(id)?.filter(({ key }) => keys.includes(key)) ?? [])
  return [...manifest, ...elsewhere]
}

/** The changes in what pages say since the release before; of the country's name only what its pages show. */
export function aboutDifference({
  edition,
  earlier,
  against: { about: before },
}: {
  edition: Edition
  earlier: Release | null
  against: Release
}): AboutChange[] {
  const after = pinnedAboutOf(edition)
  if (!after) return []
  // Pages take the names of some countries from our messages. A release of the common framework names none, so each
  // name is new.
  const was = isNamedByUs(edition.country) ? after.country : earlier ? before.country : {}
  return aboutChanges({ before: { ...before, country: was }, after })
}

type OfEdition = { edition: Edition; releases: Release[] }

/** The newest release that readers had when this edition was written, or have. `releases` are newest first. */
export function releaseBefore({ edition, releases }: OfEdition): Release | null {
  return lastHeld(releases, ownNumber({ edition, releases }))
}

/** The number of the release that this edition was published as; before that, higher than all others. */
function ownNumber({ edition, releases }: OfEdition): number {
  return publishedAs({ edition, releases })?.seq ?? Number.POSITIVE_INFINITY
}

/** The release that this edition was published as. */
export function publishedAs({ edition, releases }: OfEdition): Release | undefined {
  return edition.state === 'published' ? releases.find((one) => one.edition === edition.id) : undefined
}
