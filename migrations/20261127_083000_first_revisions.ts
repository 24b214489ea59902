import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'

const KEPT = ['toolkits', 'countries', 'memberships']

/**
 * Toolkits, countries and roles existed before their revisions were kept: the next change of one of these would have
 * lost its earlier state. What is stored becomes the first kept revision.
 */
export async function up({ payload, session }: MigrateUpArgs): Promise<void> {
  for (const slug of KEPT) {
    const documents = payload.db.collections[slug]?.collection.name
    const revisions = payload.db.versions[slug]?.collection.name
    if (!documents || !revisions) throw new Error(`${slug} keeps no revisions`)
    const known = new Set(
      (await payload.db.connection.collection(revisions).distinct('parent', {}, { session })).map(String),
    )
    for (const { _id, __v, ...version } of await payload.db.connection
      .collection(documents)
      .find({}, { session })
      .toArray()) {
      if (known.has(String(_id))) continue
      const { updatedAt } = version
      await payload.db.connection
        .collection(revisions)
        .insertOne({ parent: _id, version, createdAt: updatedAt, updatedAt, __v }, { session })
    }
  }
}

/** A kept revision is never removed. */
export async function down(_: MigrateDownArgs): Promise<void> {}
