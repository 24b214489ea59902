import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { readVariantSection } from '@/stored/variants'
import { type Asked, takeBack } from './20261128_123000_texts_that_read_otherwise'

const FIELDS = ['title', 'summary', 'body', 'addition'] as const

/** The message to the authors of a country, in its first language. */
const WHY: Record<string, string> = {
  en: 'This tool was updated. In these sections a field holds white space only. That is no text any more: where there are words in another language, readers now get those. Look at them and send the edition again:',
  fr: 'Cet outil a été mis à jour. Dans ces sections, un champ ne contient que des espaces. Ce n’est plus un texte : s’il existe dans une autre langue, les lecteurs voient désormais celui-là. Relisez-les et renvoyez l’édition :',
  es: 'Esta herramienta se ha actualizado. En estas secciones un campo solo contiene espacios. Eso ya no es un texto: si lo hay en otro idioma, ahora se muestra ese. Revíselas y envíe de nuevo la edición:',
  it: 'Questo strumento è stato aggiornato. In queste sezioni un campo contiene solo spazi. Non è più un testo: se esiste in un’altra lingua, ora chi legge vede quello. Rivederle e inviare di nuovo l’edizione:',
  el: 'Αυτό το εργαλείο ενημερώθηκε. Σε αυτές τις ενότητες ένα πεδίο περιέχει μόνο κενά. Αυτό δεν θεωρείται πλέον κείμενο: όπου υπάρχει κείμενο σε άλλη γλώσσα, οι αναγνώστες βλέπουν τώρα εκείνο. Ελέγξτε τις και στείλτε ξανά την έκδοση εργασίας:',
  de: 'Dieses Werkzeug wurde aktualisiert. In diesen Abschnitten enthält ein Feld nur Leerzeichen. Das ist kein Text mehr: Wo es ihn in einer anderen Sprache gibt, sehen Leserinnen und Leser jetzt diesen. Sehen Sie sie durch und senden Sie die Arbeitsfassung erneut:',
}

/**
 * White space alone no longer counts as text. An edition that was sent or approved with such a field becomes a draft
 * again, for its authors to check.
 */
export async function up(given: MigrateUpArgs): Promise<void> {
  await takeBack(given, { why: WHY, readsOtherwise })
}

/** What was returned to draft is not sent again. */
export async function down(_: MigrateDownArgs): Promise<void> {}

function readsOtherwise({ stored, languages }: Asked): boolean {
  const section = readVariantSection({ ...stored, id: String(stored._id) })
  return FIELDS.some((field) =>
    Object.entries(section[field]).some(([language, words]) => languages.includes(language) && isBlank(words)),
  )
}

type Paragraph = { kind: string; runs: readonly { type: string; text?: string }[] }

/** A field with only white space: a line of words, or paragraphs. */
function isBlank(words: string | readonly Paragraph[]): boolean {
  if (typeof words === 'string') return words !== '' && words.trim() === ''
  const runs = words.flatMap((block) => block.runs)
  const isWhite = ({ type, text = '' }: Paragraph['runs'][number]) => type !== 'footnote' && text.trim() === ''
  return runs.length > 0 && words.every(({ kind }) => kind === 'paragraph') && runs.every(isWhite)
}
