import type { Field } from 'payload'
import type { Words } from './words'

const CAPTION: Words = {
  en: 'Caption',
  fr: 'Légende',
  es: 'Pie de imagen',
  it: 'Didascalia',
  el: 'Λεζάντα',
  de: 'Bildunterschrift',
}

const ALT: Words = {
  en: 'What the picture shows',
  fr: 'Ce que montre l’image',
  es: 'Lo que muestra la imagen',
  it: 'Che cosa mostra l’immagine',
  el: 'Τι δείχνει η εικόνα',
  de: 'Was das Bild zeigt',
}

const DECORATIVE: Words = {
  en: 'Only decoration: it says nothing that the text does not say',
  fr: 'Purement décorative : elle ne dit rien que le texte ne dise',
  es: 'Solo decorativa: no dice nada que el texto no diga',
  it: 'Solo decorativa: non dice nulla che il testo non dica',
  el: 'Μόνο διακοσμητική: δεν λέει τίποτα που δεν λέει το κείμενο',
  de: 'Nur dekorativ: sagt nichts, was nicht im Text steht',
}

/** What a text says of a picture that it shows. It is part of the text: reviewed, compared and published with it. */
export const pictureFields: Field[] = [
  { name: 'alt', type: 'text', maxLength: 500, label: ALT },
  { name: 'decorative', type: 'checkbox', label: DECORATIVE },
  { name: 'caption', type: 'text', label: CAPTION },
]
