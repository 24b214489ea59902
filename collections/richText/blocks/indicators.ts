import type { Block } from 'payload'
import type { Weight } from '@/domain/richText/blockKinds'
import { labelsOf, NOTE, TITLE, type Words } from '../words'

const WEIGHT_WORDS: Record<Weight, Words> = {
  strong: {
    en: 'Strong sign',
    fr: 'Signe fort',
    es: 'Indicio fuerte',
    it: 'Segnale forte',
    el: 'Ισχυρή ένδειξη',
    de: 'Starkes Anzeichen',
  },
  weak: {
    en: 'Weak sign',
    fr: 'Signe faible',
    es: 'Indicio débil',
    it: 'Segnale debole',
    el: 'Ασθενής ένδειξη',
    de: 'Schwaches Anzeichen',
  },
  combination: {
    en: 'Only together with other signs',
    fr: 'Seulement avec d’autres signes',
    es: 'Solo junto con otros indicios',
    it: 'Solo insieme ad altri segnali',
    el: 'Μόνο μαζί με άλλες ενδείξεις',
    de: 'Nur zusammen mit anderen Anzeichen',
  },
}

/** Signs to look out for and how much each of them says. */
export const indicators: Block = {
  slug: 'indicators',
  labels: labelsOf(
    {
      en: 'List of signs',
      fr: 'Liste de signes',
      es: 'Lista de indicios',
      it: 'Lista di segnali',
      el: 'Κατάλογος ενδείξεων',
      de: 'Liste von Anzeichen',
    },
    {
      en: 'Lists of signs',
      fr: 'Listes de signes',
      es: 'Listas de indicios',
      it: 'Liste di segnali',
      el: 'Κατάλογοι ενδείξεων',
      de: 'Listen von Anzeichen',
    },
  ),
  admin: { disableBlockName: true },
  fields: [
    { name: 'title', type: 'text', label: TITLE },
    {
      name: 'rows',
      type: 'array',
      label: { en: 'Signs', fr: 'Signes', es: 'Indicios', it: 'Segnali', el: 'Ενδείξεις', de: 'Anzeichen' },
      labels: labelsOf(
        { en: 'Sign', fr: 'Signe', es: 'Indicio', it: 'Segnale', el: 'Ένδειξη', de: 'Anzeichen' },
        { en: 'Signs', fr: 'Signes', es: 'Indicios', it: 'Segnali', el: 'Ενδείξεις', de: 'Anzeichen' },
      ),
      fields: [
        {
          name: 'indicator',
          type: 'textarea',
          label: { en: 'Sign', fr: 'Signe', es: 'Indicio', it: 'Segnale', el: 'Ένδειξη', de: 'Anzeichen' },
        },
        {
          // No default: nobody shall be told that a sign is strong because somebody forgot to choose.
          name: 'weight',
          type: 'select',
          options: [
            { value: 'strong', label: WEIGHT_WORDS.strong },
            { value: 'weak', label: WEIGHT_WORDS.weak },
            { value: 'combination', label: WEIGHT_WORDS.combination },
          ],
          label: {
            en: 'How much it says',
            fr: 'Poids du signe',
            es: 'Peso del indicio',
            it: 'Peso del segnale',
            el: 'Βαρύτητα της ένδειξης',
            de: 'Gewicht',
          },
        },
        { name: 'note', type: 'textarea', label: NOTE },
      ],
    },
  ],
}
