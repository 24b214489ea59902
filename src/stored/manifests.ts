import type { PayloadRequest } from 'payload'
import type { ManifestEntry } from '@/domain/release'
import { knownById } from './knownById'
import { parseManifest } from './release'

/** Manifests that were read before, by the id of their release. A release never changes, and everybody may read it. */
const known = knownById<readonly ManifestEntry[]>({ most: 24_000_000 })

/**
 * The sections of some releases, by the id of the release. Ids that are no release are left out; callers must not change
 * what they get.
 */
export async function loadManifests({
  req,
  releases,
}: {
  req: PayloadRequest
  releases: readonly string[]
}): Promise<Map<string, readonly ManifestEntry[]>> {
  return known(releases, async (unknown) => {
    const { docs } = await req.payload.find({
      collection: 'releases',
      depth: 0,
      overrideAccess: false,
      pagination: false,
      req,
      select: { manifest: true },
      where: { id: { in: unknown } },
    })
    return docs.map((doc) => [String(doc.id), parseManifest(doc.manifest, `Release ${doc.id}`)])
  })
}

/** The sections of one release. Throws if it does not exist. */
export async function loadManifest({
  req,
  release,
}: {
  req: PayloadRequest
  release: string
}): Promise<readonly ManifestEntry[]> {
  const manifest = (await loadManifests({ req, releases: [release] })).get(release)
  if (!manifest) throw new Error(`Release ${release} is not there`)
  return manifest
}
