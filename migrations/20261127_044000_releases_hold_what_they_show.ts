import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { documentsOf } from '@/database/documentsOf'

/**
 * Releases did not store what their pages show about the toolkit, the country and the pictures: the site read it from
 * documents that can still change. Each release now stores what its pages show on the day of this migration.
 */
export async function up({ payload, session }: MigrateUpArgs): Promise<void> {
  const releases = await documentsOf(payload, 'releases')
    .find({ $or: [{ about: { $exists: false } }, { pictures: { $exists: false } }] }, { session })
    .toArray()
  if (releases.length === 0) return
  const toolkits = byId(await documentsOf(payload, 'toolkits').find({}, { session }).toArray())
  const countries = byId(await documentsOf(payload, 'countries').find({}, { session }).toArray())
  const media = byId(await documentsOf(payload, 'media').find({}, { session }).toArray())
  for (const release of releases) {
    const toolkit = toolkits.get(String(release.toolkit))
    if (!toolkit) throw new Error(`Release ${release._id} is of the toolkit ${release.toolkit}, which is not there`)
    const files: unknown[] = Array.isArray(release.files) ? release.files : []
    await documentsOf(payload, 'releases').updateOne(
      { _id: release._id },
      {
        $set: {
          slug: toolkit.slug,
          about: {
            slug: toolkit.slug,
            title: said(toolkit.title),
            description: said(toolkit.description),
            sample: toolkit.sample === true,
            sourceLanguage: toolkit.sourceLanguage ?? 'en',
            country: said(countries.get(String(release.country))?.name),
          },
          pictures: Object.fromEntries(
            files.flatMap((id) => {
              const picture = media.get(String(id))
              return picture ? [[String(id), pictureOf(picture)]] : []
            }),
          ),
        },
      },
      { session },
    )
  }
}

/** Releases are the only place for it from now on, so it is not removed. */
export async function down(_: MigrateDownArgs): Promise<void> {}

type Stored = Record<string, unknown>

function byId(docs: Stored[]): Map<string, Stored> {
  return new Map(docs.map((doc) => [String(doc._id), doc]))
}

function pictureOf({ filename, mimeType, width, height, alt }: Stored): Stored {
  const size = Number(width) > 0 && Number(height) > 0 ? { size: { width: Number(width), height: Number(height) } } : {}
  return { filename, mimeType, ...size, alt: written(alt) }
}

/** An empty title or description equals none: the pages are the same. */
function said(texts: unknown): Stored {
  return Object.fromEntries(Object.entries(written(texts)).filter(([, text]) => text !== ''))
}

/** The languages in which somebody wrote something; a description of a picture may be empty on purpose. */
function written(texts: unknown): Stored {
  return Object.fromEntries(Object.entries(Object(texts)).filter(([, text]) => typeof text === 'string'))
}
