import type { Block } from 'payload'
import { labelsOf } from '../words'

/** A note to a place in the text; it stands in the line, and its number follows from the order. */
export const footnote: Block = {
  slug: 'footnote',
  labels: labelsOf(
    {
      en: 'Footnote',
      fr: 'Note de bas de page',
      es: 'Nota al pie',
      it: 'Nota a piè di pagina',
      el: 'Υποσημείωση',
      de: 'Fußnote',
    },
    {
      en: 'Footnotes',
      fr: 'Notes de bas de page',
      es: 'Notas al pie',
      it: 'Note a piè di pagina',
      el: 'Υποσημειώσεις',
      de: 'Fußnoten',
    },
  ),
  fields: [
    {
      name: 'text',
      type: 'textarea',
      required: true,
      label: { en: 'Text', fr: 'Texte', es: 'Texto', it: 'Testo', el: 'Κείμενο', de: 'Text' },
    },
  ],
}
