import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { documentsOf } from '@/database/documentsOf'
import { picturesDirectory } from '@/stored/picturesDirectory'

/**
 * The files that pictures had before they were drawn again hold the place and the camera still: they are removed, now that the
 * change before this one is stored. A file that a document or a release names all the same stays.
 */
export async function up({ payload, session }: MigrateUpArgs): Promise<void> {
  const directory = picturesDirectory(payload)
  const media = await documentsOf(payload, 'media').find({}, { session }).toArray()
  const releases = await documentsOf(payload, 'releases').find({}, { session }).toArray()
  const named = new Set(
    [...media, ...releases.flatMap(({ pictures }) => Object.values(Object(pictures)))].map((one) =>
      String(Object(one).filename),
    ),
  )
  for (const { formerFile } of media) {
    if (typeof formerFile === 'string' && !named.has(formerFile))
      await rm(join(directory, basename(formerFile)), { force: true })
  }
  await documentsOf(payload, 'media').updateMany(
    { formerFile: { $exists: true } },
    { $unset: { formerFile: '' } },
    { session },
  )
}

/** What was removed is kept nowhere. */
export async function down(_: MigrateDownArgs): Promise<void> {}
