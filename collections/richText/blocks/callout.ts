import type { Block } from 'payload'
import type { Tone } from '@/domain/richText/blockKinds'
import { calloutEditor } from '../calloutEditor'
import { labelsOf, TITLE, type Words, wordsOf } from '../words'

const TONE_WORDS: Record<Tone, Words> = {
  important: wordsOf('words.tone.important'),
  practice: wordsOf('words.tone.practice'),
  warning: wordsOf('words.tone.warning'),
  national: wordsOf('words.tone.national'),
}

/** A box that is set off from the text. */
export const callout: Block = {
  slug: 'callout',
  labels: labelsOf(wordsOf('diff.block.callout'), {
    en: 'Boxes',
    fr: 'Encadrés',
    es: 'Recuadros',
    it: 'Riquadri',
    el: 'Πλαίσια',
    de: 'Kästen',
  }),
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'tone',
      type: 'select',
      required: true,
      defaultValue: 'important',
      options: [
        { value: 'important', label: TONE_WORDS.important },
        { value: 'practice', label: TONE_WORDS.practice },
        { value: 'warning', label: TONE_WORDS.warning },
        { value: 'national', label: TONE_WORDS.national },
      ],
      label: { en: 'Kind', fr: 'Type', es: 'Tipo', it: 'Tipo', el: 'Είδος', de: 'Art' },
    },
    { name: 'title', type: 'text', label: TITLE },
    {
      name: 'content',
      type: 'richText',
      editor: calloutEditor,
      label: wordsOf('diff.field.text'),
    },
  ],
}
