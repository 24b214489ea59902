import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { documentsOf } from '@/database/documentsOf'
import { picturesDirectory } from '@/stored/picturesDirectory'

/**
 * Deletes the files that pictures had before they were redrawn, which still contain the location and the camera, now
 * that the previous migration is stored. Keeps a file that a document or a release still names.
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

/** What was deleted is stored nowhere. */
export async function down(_: MigrateDownArgs): Promise<void> {}
