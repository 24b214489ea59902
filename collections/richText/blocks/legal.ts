import type { Block } from 'payload'
import { addressField } from '../addressField'
import { labelsOf, NOTE, wordsOf } from '../words'

/** One reference to the law. */
export const legal: Block = {
  slug: 'legal',
  labels: labelsOf(wordsOf('diff.block.legal'), {
    en: 'Legal references',
    fr: 'Références juridiques',
    es: 'Referencias jurídicas',
    it: 'Riferimenti giuridici',
    el: 'Νομικές παραπομπές',
    de: 'Rechtsgrundlagen',
  }),
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'instrument',
      type: 'text',
      label: {
        en: 'Law or convention',
        fr: 'Loi ou convention',
        es: 'Ley o convenio',
        it: 'Legge o convenzione',
        el: 'Νόμος ή σύμβαση',
        de: 'Gesetz oder Übereinkommen',
      },
    },
    {
      name: 'article',
      type: 'text',
      label: wordsOf('diff.field.article'),
    },
    addressField,
    { name: 'note', type: 'textarea', label: NOTE },
  ],
}
