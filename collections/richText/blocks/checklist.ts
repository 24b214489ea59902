import type { Block } from 'payload'
import { labelsOf, NOTE, TITLE, wordsOf } from '../words'

/** Points to tick off, each with a note for those who want to know more. */
export const checklist: Block = {
  slug: 'checklist',
  labels: labelsOf(wordsOf('diff.block.checklist'), {
    en: 'Checklists',
    fr: 'Listes de contrôle',
    es: 'Listas de comprobación',
    it: 'Liste di controllo',
    el: 'Λίστες ελέγχου',
    de: 'Checklisten',
  }),
  admin: { disableBlockName: true },
  fields: [
    { name: 'title', type: 'text', label: TITLE },
    {
      name: 'rows',
      type: 'array',
      label: { en: 'Points', fr: 'Points', es: 'Puntos', it: 'Punti', el: 'Σημεία', de: 'Punkte' },
      labels: labelsOf(
        { en: 'Point', fr: 'Point', es: 'Punto', it: 'Punto', el: 'Σημείο', de: 'Punkt' },
        { en: 'Points', fr: 'Points', es: 'Puntos', it: 'Punti', el: 'Σημεία', de: 'Punkte' },
      ),
      fields: [
        {
          name: 'text',
          type: 'textarea',
          label: {
            en: 'What to check',
            fr: 'À vérifier',
            es: 'Qué comprobar',
            it: 'Che cosa verificare',
            el: 'Τι να ελέγξετε',
            de: 'Was zu prüfen ist',
          },
        },
        { name: 'note', type: 'textarea', label: NOTE },
      ],
    },
  ],
}
