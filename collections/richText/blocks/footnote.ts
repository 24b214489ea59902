import type { Block } from 'payload'
import { labelsOf, wordsOf } from '../words'

/** A note on a place in the text; it is part of the line, and its number follows from the order. */
export const footnote: Block = {
  slug: 'footnote',
  labels: labelsOf(wordsOf('diff.footnote'), {
    en: 'Footnotes',
    fr: 'Notes de bas de page',
    es: 'Notas al pie',
    it: 'Note a piè di pagina',
    el: 'Υποσημειώσεις',
    de: 'Fußnoten',
  }),
  fields: [
    {
      name: 'text',
      type: 'textarea',
      required: true,
      label: wordsOf('diff.field.text'),
    },
  ],
}
