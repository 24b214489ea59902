import type { CollectionSlug, PayloadRequest } from 'payload'
import { aboutChanges } from '@/domain/aboutChanges'
import type { About } from '@/domain/release'
import { asId, asRecord } from './parse'
import { newestMaster, newestRelease } from './releases'

/**
 * Who wrote what a country's next release would say of the toolkit and of the country, where it says other than what is published:
 * they approve none of it. The toolkit's words are published by the common framework, the country's name by the country; a name that
 * no release has yet was given by whoever added the country, and is nobody's text.
 */
export async function aboutWriters({
  req,
  toolkit,
  country,
  about,
}: {
  req: PayloadRequest
  toolkit: string
  country: string
  about: About
}): Promise<string[]> {
  const common = await newestMaster({ req, toolkit })
  const national = await newestRelease({ req, toolkit, country })
  const saysOther = (before: About) => aboutChanges({ before, after: about }).length > 0
  const ofToolkit = common && saysOther({ ...common.about, country: about.country })
  const ofCountry = national && saysOther({ ...about, country: national.about.country })
  return [
    ...(ofToolkit ? await writersSince({ req, collection: 'toolkits', id: toolkit, at: common.publishedAt }) : []),
    ...(ofCountry ? await writersSince({ req, collection: 'countries', id: country, at: national.publishedAt }) : []),
  ]
}

async function writersSince({
  req,
  collection,
  id,
  at,
}: {
  req: PayloadRequest
  collection: CollectionSlug
  id: string
  at: string
}): Promise<string[]> {
  const { docs } = await req.payload.findVersions({
    collection,
    depth: 0,
    limit: 0,
    pagination: false,
    // Kept revisions are for administrators to read; the rule needs their authors, and tells nobody.
    overrideAccess: true,
    req,
    where: { and: [{ parent: { equals: id } }, { updatedAt: { greater_than: at } }] },
  })
  return docs.flatMap(({ version }) => asId(asRecord(version).updatedBy) || [])
}
