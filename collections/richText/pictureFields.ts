import type { Field } from 'payload'
import { wordsOf } from './words'

/**
 * What a text says about a picture that it shows. This is part of the text: reviewed, compared and published with it.
 */
export const pictureFields: Field[] = [
  { name: 'alt', type: 'text', maxLength: 500, label: wordsOf('editor.picture.alt') },
  { name: 'decorative', type: 'checkbox', label: wordsOf('editor.picture.decorative') },
  { name: 'caption', type: 'text', label: wordsOf('editor.picture.caption') },
]
