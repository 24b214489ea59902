import type { Payload } from 'payload'
import { FIRST_HASH } from '@/actions/recordAuditEvent'
import { contentHash } from '@/stored/contentHash'
import { asId, asNumber, asRecord, asText } from '@/stored/parse'
import { parseRelease } from '@/stored/release'
import { manifestHash } from '@/stored/resolveVariant'

/**
 * Checks everything that is stored for a toolkit, without the application: every acknowledged release exists, every
 * release is complete (its blobs, their hashes, its edition's state, its audit event), numbers have no gaps, and each
 * audit stream is an unbroken chain. Returns the problems, in words.
 */
export async function verifyStored({
  payload,
  toolkit,
  acknowledged,
}: {
  payload: Payload
  toolkit: string
  acknowledged: ReadonlySet<string>
}): Promise<string[]> {
  const problems: string[] = []
  const all = { overrideAccess: true, depth: 0, pagination: false } as const
  const { docs } = await payload.find({
    ...all,
    collection: 'releases',
    sort: 'seq',
    where: { toolkit: { equals: toolkit } },
  })
  const events = (await payload.find({ ...all, collection: 'audit-events', sort: 'seq' })).docs
  const editions = (await payload.find({ ...all, collection: 'editions', where: { toolkit: { equals: toolkit } } }))
    .docs
  const blobs = new Map(
    (await payload.find({ ...all, collection: 'blobs' })).docs.map((doc) => [String(doc.id), asRecord(doc).json]),
  )
  const releases = docs.map((doc) => ({ ...parseRelease(doc), edition: asId(asRecord(doc).edition) }))

  for (const version of acknowledged) {
    if (!releases.some((release) => release.country !== 'master' && release.version === version))
      problems.push(`acknowledged release ${version} is lost`)
  }
  for (const country of new Set(releases.map((release) => release.country))) {
    const numbers = releases.filter((release) => release.country === country).map(({ seq }) => seq)
    numbers.forEach((seq, index) => {
      if (seq !== index + 1) problems.push(`${country}: release number ${seq} where ${index + 1} belongs`)
    })
  }
  for (const release of releases) {
    const name = `${release.country} ${release.version}`
    if (manifestHash(release.manifest) !== release.manifestHash)
      problems.push(`${name}: the manifest is not what its hash says`)
    for (const blob of new Set(release.manifest.flatMap(({ blob, baseBlob = blob }) => [blob, baseBlob]))) {
      const content = blobs.get(blob)
      if (content === undefined) problems.push(`${name}: blob ${blob} is not there`)
      else if (contentHash(content) !== blob) problems.push(`${name}: blob ${blob} is not what its hash says`)
    }
    if (!events.some(({ subject }) => subject === `releases/${release.id}`)) problems.push(`${name}: no audit event`)
  }
  for (const edition of editions) {
    const published = releases.some((release) => release.edition === String(edition.id))
    if ((edition.state === 'published') !== published)
      problems.push(`edition ${edition.number} is ${edition.state}, its release is ${published ? '' : 'not '}there`)
  }
  return [...problems, ...brokenChains(events)]
}

function brokenChains(events: unknown[]): string[] {
  const last = new Map<string, { seq: number; hash: string }>()
  return events.flatMap((event) => {
    const { id: _, hash, ...rest } = asRecord(event)
    const country = asText(rest.country)
    const before = last.get(country) ?? { seq: 0, hash: FIRST_HASH }
    last.set(country, { seq: asNumber(rest.seq), hash: asText(hash) })
    if (asNumber(rest.seq) !== before.seq + 1) return [`audit ${country}: event ${rest.seq} after ${before.seq}`]
    if (rest.previousHash !== before.hash) return [`audit ${country}: event ${rest.seq} does not follow the one before`]
    return contentHash(rest) === hash ? [] : [`audit ${country}: event ${rest.seq} is not what its hash says`]
  })
}
