import type { CollectionSlug, PayloadRequest } from 'payload'
import { aboutChanges } from '@/domain/aboutChanges'
import type { About } from '@/domain/release'
import { asByLanguage, asId, asRecord, asText, type StoredDocument } from './parse'
import { commonAbout } from './releaseFacts'
import { commonStanding, newestRelease } from './releases'
import { readToolkit } from './toolkits'

/**
 * The authors of what a country's next release would say about the toolkit and the country, if that differs from what
 * is published: they may not approve it. The common framework publishes the toolkit's words, the country publishes its
 * name; a name that no release has yet was entered with the country, and has no author.
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
  const { lastText: common } = await commonStanding({ req, toolkit })
  const national = await newestRelease({ req, toolkit, country })
  return [
    ...(common
      ? await writersSince({
          ...{ req, collection: 'toolkits', id: toolkit, about },
          published: { ...common.about, country: about.country },
          aboutOf: (doc) => ({ ...commonAbout(readToolkit(doc)), country: about.country }),
        })
      : []),
    ...(national
      ? await writersSince({
          ...{ req, collection: 'countries', id: country, about },
          published: { ...about, country: national.about.country },
          aboutOf: (doc) => ({ ...about, country: asByLanguage(doc.name, asText) }),
        })
      : []),
  ]
}

/**
 * The authors of changes to a document since its words were those that are published. Words are compared and not times:
 * a release contains what its edition contained when it was sent, and a withdrawal repeats the release before it.
 */
async function writersSince({
  req,
  collection,
  id,
  about,
  published,
  aboutOf,
}: {
  req: PayloadRequest
  collection: CollectionSlug
  id: string
  about: About
  published: About
  aboutOf: (doc: StoredDocument) => About
}): Promise<string[]> {
  if (areAlike(published, about)) return []
  const { docs } = await req.payload.findVersions({
    collection,
    depth: 0,
    limit: 0,
    locale: 'all',
    pagination: false,
    // Only administrators may read kept revisions; the rule needs their authors, but shows them to nobody.
    overrideAccess: true,
    req,
    sort: '-version.rev',
    where: { parent: { equals: id } },
  })
  const revisions = docs.map(({ version }) => asRecord(version))
  const said = revisions.map(aboutOf)
  const whenPublished = said.findIndex((one) => areAlike(one, published))
  const since = whenPublished < 0 ? revisions : revisions.slice(0, whenPublished)
  return since.flatMap((revision, index) => {
    const [after, before] = [said[index], said[index + 1]]
    const isOfSomethingElse = after && before && areAlike(before, after)
    return isOfSomethingElse ? [] : asId(revision.updatedBy) || []
  })
}

function areAlike(one: About, other: About): boolean {
  return aboutChanges({ before: one, after: other }).length === 0
}
