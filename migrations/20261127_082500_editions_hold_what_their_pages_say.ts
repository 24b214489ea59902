import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { documentsOf } from '@/database/documentsOf'

/**
 * A release said of the toolkit and of the country what was stored on the day of its publication, whoever had changed it since the
 * approval. It says what was sent for review now: editions that are on their way get what is stored on the day of this change.
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

/** What was pinned is read by nothing older. */
export async function down(_: MigrateDownArgs): Promise<void> {}

/** Languages that somebody wrote something in. */
function written(texts: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(Object(texts)).filter(([, text]) => typeof text === 'string'))
}
