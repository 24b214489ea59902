import { copyFile, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import { type KeptFile, keepPicture } from '@/actions/keepPicture'
import { documentsOf } from '@/database/documentsOf'
import { bytesHash } from '@/stored/bytesHash'
import { picturesDirectory } from '@/stored/picturesDirectory'

/**
 * Pictures that were stored before pictures were redrawn still contain what cameras write into a file: the location,
 * the device, the author. This redraws each as a picture that is added today, and replaces the name of the old file in
 * documents and releases: the ids stay, and with them what a text or a release shows. The next migration deletes the
 * old files, once this one is stored. Files come first and documents last, so that a start that was stopped on the way
 * can be repeated without harm.
 */
export async function up({ payload, session }: MigrateUpArgs): Promise<void> {
  const media = documentsOf(payload, 'media')
  // Reads and draws before the first query of the transaction: all pictures together may take longer than a transaction
  // may last.
  const stored = await media.find().toArray()
  const names = new Set(stored.map(({ filename }) => String(filename)))
  const drawn = new Map<string, { former: string; file: KeptFile }>()
  for (const picture of stored) {
    const file = await drawnAgain({ payload, picture, names })
    if (!file) continue
    names.add(file.filename)
    drawn.set(String(picture._id), { former: String(picture.filename), file })
  }
  for (const { _id } of stored) {
    const one = drawn.get(String(_id))
    if (!one) continue
    const { sentAs, ...file } = one.file
    // An import recognises its picture by the bytes that were sent, which are those of the old file.
    await media.updateOne({ _id }, { $set: { ...file, sentAs, formerFile: one.former } }, { session })
  }
  for (const release of await documentsOf(payload, 'releases').find({}, { session }).toArray()) {
    const changed = Object.keys(Object(release.pictures)).flatMap((id) => {
      const file = drawn.get(id)?.file
      if (!file) return []
      const { filename, mimeType, width, height } = file
      return Object.entries({ filename, mimeType, size: { width, height } }).map(
        ([name, value]) => [`pictures.${id}.${name}`, value] as const,
      )
    })
    if (changed.length === 0) continue
    await documentsOf(payload, 'releases').updateOne(
      { _id: release._id },
      { $set: Object.fromEntries(changed) },
      { session },
    )
  }
}

/** What was removed from the files is stored nowhere. */
export async function down(_: MigrateDownArgs): Promise<void> {}

type Stored = Record<string, unknown>

/** The new file of this picture; undefined if it was redrawn when it was stored, and if it cannot be redrawn. */
async function drawnAgain({
  payload,
  picture: { _id: id, country, filename },
  names,
}: {
  payload: Payload
  picture: Stored
  names: ReadonlySet<string>
}): Promise<KeptFile | undefined> {
  const directory = picturesDirectory(payload)
  const bytes = await readFile(join(directory, String(filename))).catch(() => undefined)
  if (bytes && String(filename).startsWith(`${country}-${bytesHash(bytes)}`)) return undefined
  const kept = bytes && (await keepPicture(payload, { bytes, country: String(country) }))
  if (!kept?.ok) {
    const reason = kept ? kept.because[0]?.key : 'its file is not there'
    payload.logger.warn(`The picture ${id} stays as it is (${reason}): its file may say where it was taken.`)
    return undefined
  }
  const { filename: name } = kept.result
  if (!names.has(name)) return kept.result
  // Two documents of one country with the same picture: a file name belongs to one document.
  const own = `${name.slice(0, -extname(name).length)}-${id}${extname(name)}`
  await copyFile(join(directory, name), join(directory, own))
  return { ...kept.result, filename: own }
}
