import type { Block } from 'payload'
import type { Weight } from '@/domain/richText/blockKinds'
import { labelsOf, NOTE, TITLE, type Words, wordsOf } from '../words'

const WEIGHT_WORDS: Record<Weight, Words> = {
  strong: {
    en: 'Strong sign',
    fr: 'Indice fort',
    es: 'Indicio fuerte',
    it: 'Indicatore forte',
    el: 'Ισχυρή ένδειξη',
    de: 'Starkes Anzeichen',
  },
  weak: {
    en: 'Weak sign',
    fr: 'Indice faible',
    es: 'Indicio débil',
    it: 'Indicatore debole',
    el: 'Ασθενής ένδειξη',
    de: 'Schwaches Anzeichen',
  },
  combination: {
    en: 'Only together with other signs',
    fr: 'Seulement avec d’autres indices',
    es: 'Solo junto con otros indicios',
    it: 'Solo insieme ad altri indicatori',
    el: 'Μόνο μαζί με άλλες ενδείξεις',
    de: 'Nur zusammen mit anderen Anzeichen',
  },
}

/** Signs to look out for, with the weight of each. */
export const indicators: Block = {
  slug: 'indicators',
  labels: labelsOf(
    {
      en: 'List of signs',
      fr: 'Liste d’indices',
      es: 'Lista de indicios',
      it: 'Elenco di indicatori',
      el: 'Λίστα ενδείξεων',
      de: 'Liste von Anzeichen',
    },
    {
      en: 'Lists of signs',
      fr: 'Listes d’indices',
      es: 'Listas de indicios',
      it: 'Elenchi di indicatori',
      el: 'Λίστες ενδείξεων',
      de: 'Listen von Anzeichen',
    },
  ),
  admin: { disableBlockName: true },
  fields: [
    { name: 'title', type: 'text', label: TITLE },
    {
      name: 'rows',
      type: 'array',
      label: wordsOf('diff.block.indicators'),
      labels: labelsOf(wordsOf('diff.field.indicator'), wordsOf('diff.block.indicators')),
      fields: [
        {
          name: 'indicator',
          type: 'textarea',
          label: wordsOf('diff.field.indicator'),
        },
        {
          // No default: otherwise a sign would be called strong because somebody forgot to choose.
          name: 'weight',
          type: 'select',
          options: [
            { value: 'strong', label: WEIGHT_WORDS.strong },
            { value: 'weak', label: WEIGHT_WORDS.weak },
            { value: 'combination', label: WEIGHT_WORDS.combination },
          ],
          label: {
            en: 'Weight of the sign',
            fr: 'Poids de l’indice',
            es: 'Peso del indicio',
            it: 'Peso dell’indicatore',
            el: 'Βαρύτητα της ένδειξης',
            de: 'Gewicht des Anzeichens',
          },
        },
        { name: 'note', type: 'textarea', label: NOTE },
      ],
    },
  ],
}
