import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { asRecord } from '@/stored/parse'
import { readVariantSection } from '@/stored/variants'
import { type Asked, hasWords, takeBack } from './20261128_123000_texts_that_read_otherwise'

const TEXTS = ['summary', 'body'] as const

/** The message to the authors of a country, in its first language. */
const WHY: Record<string, string> = {
  en: 'This tool was updated. These sections have a summary or a text that is marked as a translation, though the common framework has none there. Where the section is adapted, it is now your own text; elsewhere readers do not get it any more. Look at them and send the edition again:',
  fr: 'Cet outil a été mis à jour. Ces sections ont un résumé ou un texte signalé comme une traduction, alors que le cadre commun n’en a pas à cet endroit. Si la section est adaptée, c’est désormais votre propre texte ; sinon, les lecteurs ne l’ont plus. Relisez-les et renvoyez l’édition :',
  es: 'Esta herramienta se ha actualizado. Estas secciones tienen un resumen o un texto indicado como traducción, aunque el marco común no tiene ninguno ahí. Si la sección está adaptada, ahora es texto propio; si no, ya no se muestra a quienes leen. Revíselas y envíe de nuevo la edición:',
  it: 'Questo strumento è stato aggiornato. Queste sezioni hanno un riassunto o un testo indicato come traduzione, benché il quadro comune lì non ne abbia. Se la sezione è adattata, ora è testo proprio; altrimenti chi legge non lo riceve più. Rivederle e inviare di nuovo l’edizione:',
  el: 'Αυτό το εργαλείο ενημερώθηκε. Αυτές οι ενότητες έχουν περίληψη ή κείμενο που δηλώνεται ως μετάφραση, ενώ το κοινό πλαίσιο δεν έχει εκεί κανένα. Όπου η ενότητα είναι προσαρμοσμένη, είναι πλέον δικό σας κείμενο· αλλιώς οι αναγνώστες δεν το έχουν πια. Ελέγξτε τις και στείλτε ξανά την έκδοση εργασίας:',
  de: 'Dieses Werkzeug wurde aktualisiert. Diese Abschnitte haben eine Zusammenfassung oder einen Text, der als Übersetzung gekennzeichnet ist, obwohl der gemeinsame Rahmen dort nichts hat. Wo der Abschnitt angepasst ist, ist das jetzt eigener Text; sonst sehen Leserinnen und Leser diesen Text nicht mehr. Sehen Sie sie durch und senden Sie die Arbeitsfassung erneut:',
}

/**
 * A summary or a text that the common framework lacks in every language no longer counts as a translation, whatever it
 * was written as. An edition that was sent or approved with one becomes a draft again, for its authors to check.
 */
export async function up(given: MigrateUpArgs): Promise<void> {
  await takeBack(given, { why: WHY, readsOtherwise })
}

/** What was returned to draft is not sent again. */
export async function down(_: MigrateDownArgs): Promise<void> {}

function readsOtherwise({ stored, common, languages }: Asked): boolean {
  const section = readVariantSection({ ...stored, id: String(stored._id) })
  return TEXTS.some((field) => {
    const isNowhere = !Object.values(asRecord(common[field])).some(hasWords)
    return isNowhere && section.translated.some((one) => languages.includes(one) && hasWords(section[field][one]))
  })
}
