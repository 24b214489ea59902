import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { documentsOf } from '@/database/documentsOf'
import { asRecord } from '@/stored/parse'
import { readVariantSection } from '@/stored/variants'

const TEXTS = ['title', 'summary', 'body'] as const

/**
 * Now that sections name their translations, some of what was sent or approved reads otherwise: own words are not the common text any
 * more, and a translation in an adapted section is. It could be neither approved nor published, nor sent again. It is a draft again, for
 * its authors to look at.
 */
export async function up({ payload, session }: MigrateUpArgs): Promise<void> {
  const inOrder = { session }
  const editions = documentsOf(payload, 'editions')
  const open = await editions.find({ state: { $in: ['submitted', 'approved'] } }, inOrder).toArray()
  for (const { _id, variant, country, number } of open) {
    const version = asRecord(await documentsOf(payload, 'variants').findOne({ _id: variant }, inOrder))
    const release = await documentsOf(payload, 'releases').findOne({ _id: version.baseline as never }, inOrder)
    const manifest: unknown[] = Array.isArray(release?.manifest) ? release.manifest : []
    const blobs = new Map<unknown, unknown>(manifest.map(asRecord).map(({ key, blob }) => [key, blob]))
    const given = { variant, mode: { $in: ['inherit', 'supplement', 'adapt'] } }
    for await (const stored of documentsOf(payload, 'variant-sections').find(given, inOrder)) {
      if (!blobs.has(stored.key)) continue
      const common = await documentsOf(payload, 'blobs').findOne({ _id: blobs.get(stored.key) as never }, inOrder)
      if (!readsOtherwise({ stored, common: asRecord(common?.json), languages: version.languages })) continue
      const change = { state: 'draft', stateSince: new Date(), approvedHash: null }
      await editions.updateOne({ _id }, { $set: change, $inc: { rev: 1 } }, inOrder)
      payload.logger.info(`Edition ${number} of ${country} is a draft again: it reads otherwise than what was sent`)
      break
    }
  }
}

/** What was sent once is not sent again. */
export async function down(_: MigrateDownArgs): Promise<void> {}

/** Are there words, in a language in which the common text has none at that place, that were called what they are not? */
function readsOtherwise({
  stored,
  common,
  languages,
}: {
  stored: Record<string, unknown>
  common: Record<string, unknown>
  /** Those of the version. */
  languages: unknown
}): boolean {
  const section = readVariantSection({ ...stored, id: String(stored._id) })
  return TEXTS.some((field) => {
    const theirs = asRecord(common[field])
    return Object.entries(section[field]).some(([language, words]) => {
      const isTranslated = section.translated.some((one) => one === language)
      const isRead = Array.isArray(languages) && languages.includes(language)
      return isRead && words.length > 0 && !hasWords(theirs[language]) && isTranslated === (section.mode === 'adapt')
    })
  })
}

function hasWords(words: unknown): boolean {
  return (typeof words === 'string' || Array.isArray(words)) && words.length > 0
}
