import { LRUCache } from 'lru-cache'
import type { PayloadRequest } from 'payload'
import type { ManifestEntry } from '@/domain/release'
import { parseManifest } from './release'

/**
 * Manifests that were read before, by the id of their release. A release never changes, and everybody may read it. The
 * limit is in characters of JSON; callers must not change what they get.
 */
const known = new LRUCache<string, readonly ManifestEntry[]>({
  maxSize: 24_000_000,
  sizeCalculation: (manifest) => JSON.stringify(manifest).length,
})

/** The sections of some releases, by the id of the release. Ids that are no release are left out. */
export async function loadManifests({
  req,
  releases,
}: {
  req: PayloadRequest
  releases: readonly string[]
}): Promise<Map<string, readonly ManifestEntry[]>> {
  const manifests = new Map<string, readonly ManifestEntry[]>()
  const unknown = new Set<string>()
  for (const id of releases) {
    const manifest = known.get(id)
    if (manifest) manifests.set(id, manifest)
    else unknown.add(id)
  }
  if (unknown.size === 0) return manifests
  const { docs } = await req.payload.find({
    collection: 'releases',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    select: { manifest: true },
    where: { id: { in: [...unknown] } },
  })
  for (const doc of docs) {
    const manifest = parseManifest(doc.manifest, `Release ${doc.id}`)
    known.set(String(doc.id), manifest)
    manifests.set(String(doc.id), manifest)
  }
  return manifests
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
