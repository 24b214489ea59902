import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { documentsOf } from '@/database/documentsOf'

/**
 * A release described the toolkit and the country as stored on the day of its publication, whoever had changed that
 * since the approval. Now it contains what was sent for review: editions in progress get what is stored on the day of
 * this migration.
 */
export async function up({ payload, session }: MigrateUpArgs): Promise<void> {
  const sent = { state: { $in: ['submitted', 'approved'] }, pinnedAbout: { $exists: false } }
  for (const edition of await documentsOf(payload, 'editions').find(sent, { session }).toArray()) {
    const toolkit = await documentsOf(payload, 'toolkits').findOne({ _id: edition.toolkit }, { session })
    if (!toolkit) throw new Error(`Edition ${edition._id} is of the toolkit ${edition.toolkit}, which is not there`)
    const country = await documentsOf(payload, 'countries').findOne({ _id: edition.country }, { session })
    const pinnedAbout = {
      slug: toolkit.slug,
      title: written(toolkit.title),
      description: written(toolkit.description),
      sample: toolkit.sample === true,
      sourceLanguage: toolkit.sourceLanguage ?? 'en',
      country: written(country?.name),
    }
    await documentsOf(payload, 'editions').updateOne({ _id: edition._id }, { $set: { pinnedAbout } }, { session })
  }
}

/** Older code does not read what was pinned. */
export async function down(_: MigrateDownArgs): Promise<void> {}

/** The languages in which somebody wrote something. */
function written(texts: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(Object(texts)).filter(([, text]) => typeof text === 'string'))
}
