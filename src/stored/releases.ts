import type { PayloadRequest, Where } from 'payload'
import { MASTER, type ManifestEntry, type Release } from '@/domain/release'
import type { BaseSection } from '@/domain/resolve'
import { type Standing, standingOf } from '@/domain/standing'
import { loadBlobs } from './blobs'
import { loadManifest } from './manifests'
import { parseHead, parseRelease, type ReleaseHead } from './release'

/** Every release of one line (a toolkit's common framework or one national version), newest first. */
export async function releasesOf({ req, ...line }: Line): Promise<Release[]> {
  return releasesWhere({ req, where: lineIs(line) })
}

/** The releases of a line without their sections and pictures, newest first. */
export async function releaseHeads({ req, ...line }: Line): Promise<ReleaseHead[]> {
  const { docs } = await req.payload.find({
    collection: 'releases',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    select: { manifest: false, pictures: false, files: false },
    sort: '-seq',
    where: lineIs(line),
  })
  return docs.map(parseHead)
}

/** The releases of several countries' versions of a toolkit without their sections and pictures, newest first. */
export async function nationalHeads({
  req,
  toolkit,
  countries,
}: {
  req: PayloadRequest
  toolkit: string
  countries: readonly string[]
}): Promise<ReleaseHead[]> {
  const { docs } = await req.payload.find({
    collection: 'releases',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    select: { manifest: false, pictures: false, files: false },
    sort: '-seq',
    where: { toolkit: { equals: toolkit }, country: { in: [...countries] } },
  })
  return docs.map(parseHead)
}

/**
 * The newest publication of a line, withdrawal or not; null before the first. Use it for its number; `commonStanding`
 * says what there is to read or to start from.
 */
export function newestRelease({ req, ...line }: Line): Promise<Release | null> {
  return newestWhere({ req, where: lineIs(line) })
}

/** The releases of a toolkit's common framework, and whether it is withdrawn. */
export async function commonStanding({ req, toolkit }: Omit<Line, 'country'>): Promise<Standing> {
  const line = { toolkit, country: MASTER }
  const newest = await newestRelease({ req, ...line })
  const isWithdrawn = newest?.kind === 'withdrawal'
  const withdrawn = isWithdrawn
    ? await newestWhere({ req, where: { ...lineIs(line), kind: { equals: 'release' } } })
    : null
  return standingOf([newest, withdrawn].filter((release) => release !== null))
}

/** All releases of a toolkit's common framework, or of one national version of it. */
export type Line = { req: PayloadRequest; toolkit: string; country: string }

function lineIs({ toolkit, country }: Omit<Line, 'req'>): Where {
  return { toolkit: { equals: toolkit }, country: { equals: country } }
}

/** Newest first; all of them without a limit. */
async function releasesWhere({
  req,
  where,
  limit = 0,
}: {
  req: PayloadRequest
  where: Where
  limit?: number
}): Promise<Release[]> {
  const { docs } = await req.payload.find({
    collection: 'releases',
    depth: 0,
    limit,
    overrideAccess: false,
    pagination: false,
    req,
    sort: '-seq',
    where,
  })
  return docs.map(parseRelease)
}

async function newestWhere(given: { req: PayloadRequest; where: Where }): Promise<Release | null> {
  const [newest] = await releasesWhere({ ...given, limit: 1 })
  return newest ?? null
}

/** A release that must exist: baselines are never deleted. Throws if it does not. */
export async function loadRelease({ req, id }: { req: PayloadRequest; id: string }): Promise<Release> {
  const { docs } = await req.payload.find({
    collection: 'releases',
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    req,
    where: { id: { equals: id } },
  })
  if (!docs[0]) throw new Error(`Release ${id} is not there`)
  return parseRelease(docs[0])
}

/** The sections of a release with their content, in the order of the manifest. */
export async function loadReleaseSections({
  req,
  release,
}: {
  req: PayloadRequest
  release: Pick<Release, 'id' | 'manifest'>
}): Promise<BaseSection[]> {
  const contents = await loadBlobs({ req, hashes: release.manifest.map(({ blob }) => blob) })
  return release.manifest.map((entry) => {
    const content = contents.get(entry.blob)
    if (!content) throw new Error(`Release ${release.id} names blob ${entry.blob}, which is not there`)
    return { entry, content }
  })
}

/**
 * The manifest of a release, and one of its sections with its content; null if the release does not have it. Throws if
 * the release does not exist.
 */
export async function loadReleasedSection({
  req,
  release: id,
  key,
}: {
  req: PayloadRequest
  release: string
  key: string
}): Promise<{ manifest: readonly ManifestEntry[]; section: BaseSection | null }> {
  const manifest = await loadManifest({ req, release: id })
  const asked = manifest.filter((entry) => entry.key === key)
  const [section] = await loadReleaseSections({ req, release: { id, manifest: asked } })
  return { manifest, section: section ?? null }
}
