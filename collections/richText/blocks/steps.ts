import type { Block } from 'payload'
import { labelsOf, TITLE } from '../words'

/** A path in numbered steps: what is done, by whom, by when. */
export const steps: Block = {
  slug: 'steps',
  labels: labelsOf(
    { en: 'Steps', fr: 'Étapes', es: 'Pasos', it: 'Passaggi', el: 'Βήματα', de: 'Schritte' },
    {
      en: 'Lists of steps',
      fr: 'Listes d’étapes',
      es: 'Listas de pasos',
      it: 'Liste di passaggi',
      el: 'Κατάλογοι βημάτων',
      de: 'Listen von Schritten',
    },
  ),
  admin: { disableBlockName: true },
  fields: [
    { name: 'title', type: 'text', label: TITLE },
    {
      name: 'rows',
      type: 'array',
      label: { en: 'Steps', fr: 'Étapes', es: 'Pasos', it: 'Passaggi', el: 'Βήματα', de: 'Schritte' },
      labels: labelsOf(
        { en: 'Step', fr: 'Étape', es: 'Paso', it: 'Passaggio', el: 'Βήμα', de: 'Schritt' },
        { en: 'Steps', fr: 'Étapes', es: 'Pasos', it: 'Passaggi', el: 'Βήματα', de: 'Schritte' },
      ),
      fields: [
        {
          name: 'what',
          type: 'textarea',
          label: {
            en: 'What is done',
            fr: 'Ce qui est fait',
            es: 'Qué se hace',
            it: 'Che cosa si fa',
            el: 'Τι γίνεται',
            de: 'Was getan wird',
          },
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
