import type { Block } from 'payload'
import { labelsOf, TITLE, wordsOf } from '../words'

/** A procedure in numbered steps: what is done, by whom, by when. */
export const steps: Block = {
  slug: 'steps',
  labels: labelsOf(wordsOf('diff.block.steps'), {
    en: 'Lists of steps',
    fr: 'Listes d’étapes',
    es: 'Listas de pasos',
    it: 'Elenchi di passaggi',
    el: 'Λίστες βημάτων',
    de: 'Listen von Schritten',
  }),
  admin: { disableBlockName: true },
  fields: [
    { name: 'title', type: 'text', label: TITLE },
    {
      name: 'rows',
      type: 'array',
      label: wordsOf('diff.block.steps'),
      labels: labelsOf(
        { en: 'Step', fr: 'Étape', es: 'Paso', it: 'Passaggio', el: 'Βήμα', de: 'Schritt' },
        wordsOf('diff.block.steps'),
      ),
      fields: [
        {
          name: 'what',
          type: 'textarea',
          label: wordsOf('diff.field.what'),
        },
        {
          name: 'who',
          type: 'text',
          label: {
            en: 'Who does it',
            fr: 'Qui le fait',
            es: 'Quién lo hace',
            it: 'Chi lo fa',
            el: 'Ποιος το κάνει',
            de: 'Wer es tut',
          },
        },
        {
          name: 'deadline',
          type: 'text',
          label: {
            en: 'By when',
            fr: 'Dans quel délai',
            es: 'En qué plazo',
            it: 'Entro quando',
            el: 'Έως πότε',
            de: 'Bis wann',
          },
        },
      ],
    },
  ],
}
