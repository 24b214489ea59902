import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { documentsOf } from '@/database/documentsOf'
import { asRecord } from '@/stored/parse'
import { readVariantSection } from '@/stored/variants'

const TEXTS = ['title', 'summary', 'body'] as const

/** The message to the authors of a country, in its first language. */
const WHY: Record<string, string> = {
  en: 'This tool was updated. In these sections, what is marked as a translation and what as your own text has changed. Look at them and send the edition again:',
  fr: 'Cet outil a été mis à jour. Ce qui est une traduction et ce qui est votre propre texte est désormais indiqué autrement dans ces sections. Relisez-les et renvoyez l’édition :',
  es: 'Esta herramienta se ha actualizado. En estas secciones ahora se indica de otro modo qué es traducción y qué es texto propio. Revíselas y envíe de nuevo la edición:',
  it: 'Questo strumento è stato aggiornato. In queste sezioni ora è indicato diversamente che cosa è traduzione e che cosa è testo proprio. Rivederle e inviare di nuovo l’edizione:',
  el: 'Αυτό το εργαλείο ενημερώθηκε. Σε αυτές τις ενότητες δηλώνεται πλέον διαφορετικά τι είναι μετάφραση και τι δικό σας κείμενο. Ελέγξτε τις και στείλτε ξανά την έκδοση εργασίας:',
  de: 'Dieses Werkzeug wurde aktualisiert. In diesen Abschnitten ist jetzt anders angegeben, was Übersetzung und was eigener Text ist. Sehen Sie sie durch und senden Sie die Arbeitsfassung erneut:',
}

/**
 * Sections now name their translations, so some of what was sent or approved means something else: own words are no
 * longer the common text, and a translation in an adapted section is. Such an edition could not be approved, published
 * or sent again. It becomes a draft again, for its authors to check: a step in the name of the person who sent it, or
 * wrote in it, says why, and in which sections.
 */
export async function up(given: MigrateUpArgs): Promise<void> {
  await takeBack(given, { why: WHY, readsOtherwise })
}

/** The check of each section that a country has written in, in an edition that is in review or approved. */
export type Asked = {
  stored: Record<string, unknown>
  /** The same section of the common framework. */
  common: Record<string, unknown>
  /** The languages of the version. */
  languages: readonly unknown[]
}

/**
 * Returns editions that are in review or approved to draft if a section now means something else; `why` is the message,
 * by language. An edition that an earlier update returned, and in which nobody has written since, says both.
 */
export async function takeBack(
  { payload, session }: MigrateUpArgs,
  { why, readsOtherwise }: { why: Record<string, string>; readsOtherwise: (asked: Asked) => boolean },
): Promise<void> {
  const inOrder = { session }
  const editions = documentsOf(payload, 'editions')
  const steps = documentsOf(payload, 'workflow-events')
  const open = await editions.find({ state: { $in: ['submitted', 'approved', 'draft'] } }, inOrder).toArray()
  for (const { _id, contributors, state, variant, country, number } of open) {
    const [last] = await steps.find({ edition: _id }, inOrder).sort({ at: -1 }).limit(1).toArray()
    const said = last?.event === 'edit' ? String(last.comment ?? '') : ''
    if (state === 'draft' && said === '') continue
    const version = asRecord(await documentsOf(payload, 'variants').findOne({ _id: variant }, inOrder))
    const release = await documentsOf(payload, 'releases').findOne({ _id: version.baseline as never }, inOrder)
    const manifest: unknown[] = Array.isArray(release?.manifest) ? release.manifest : []
    const blobs = new Map<unknown, unknown>(manifest.map(asRecord).map(({ key, blob }) => [key, blob]))
    const given = { variant, mode: { $in: ['inherit', 'supplement', 'adapt'] } }
    const languages: readonly unknown[] = Array.isArray(version.languages) ? version.languages : []
    const titles: string[] = []
    for await (const stored of documentsOf(payload, 'variant-sections').find(given, inOrder)) {
      if (!blobs.has(stored.key)) continue
      const blob = await documentsOf(payload, 'blobs').findOne({ _id: blobs.get(stored.key) as never }, inOrder)
      const common = asRecord(blob?.json)
      if (!readsOtherwise({ stored, common, languages })) continue
      titles.push(titleIn(asRecord(common.title), languages))
    }
    if (titles.length === 0) continue
    const comment = `${why[String(languages[0])] ?? why.en} ${titles.join(', ')}`
    if (state === 'draft') {
      const isSaid = said.includes(comment)
      if (!isSaid) await steps.updateOne({ _id: last?._id }, { $set: { comment: `${said}. ${comment}` } }, inOrder)
      continue
    }
    const at = new Date()
    const change = { state: 'draft', stateSince: at, approvedHash: null }
    await editions.updateOne({ _id }, { $set: change, $inc: { rev: 1 } }, inOrder)
    const [sent] = await steps.find({ edition: _id, event: 'submit' }, inOrder).sort({ at: -1 }).limit(1).toArray()
    const actor = sent?.actor ?? contributors?.[0]
    const step = { event: 'edit', from: state, to: 'draft', actor, at, comment }
    if (actor) await steps.insertOne({ edition: _id, country, ...step, createdAt: at, updatedAt: at }, inOrder)
    payload.logger.info(`Edition ${number} of ${country} is a draft again: it reads otherwise than what was sent`)
  }
}

/** What was returned to draft is not sent again. */
export async function down(_: MigrateDownArgs): Promise<void> {}

/**
 * Are there words, in a language without common text for this field, whose mark as translation or own words was wrong?
 */
function readsOtherwise({ stored, common, languages }: Asked): boolean {
  const section = readVariantSection({ ...stored, id: String(stored._id) })
  return TEXTS.some((field) => {
    const theirs = asRecord(common[field])
    return Object.entries(section[field]).some(([language, words]) => {
      const isTranslated = section.translated.some((one) => one === language)
      return (
        languages.includes(language) &&
        words.length > 0 &&
        !hasWords(theirs[language]) &&
        isTranslated === (section.mode === 'adapt')
      )
    })
  })
}

/** Its title in the first language of the version that has one, or in any language. */
function titleIn(titles: Record<string, unknown>, languages: readonly unknown[]): string {
  const known = languages.map((language) => titles[String(language)])
  return String([...known, ...Object.values(titles)].find(hasWords) ?? '')
}

export function hasWords(words: unknown): boolean {
  return (typeof words === 'string' || Array.isArray(words)) && words.length > 0
}
