import type { Language } from '@/domain/language'

/** A label of the editor in each of our languages; Payload takes the one of the person. */
export type Words = Record<Language, string>

/** The words of one block: how one of them and several of them are called. */
export function labelsOf(singular: Words, plural: Words): { singular: Words; plural: Words } {
  return { singular, plural }
}

export const TITLE: Words = {
  en: 'Title',
  fr: 'Titre',
  es: 'Título',
  it: 'Titolo',
  el: 'Τίτλος',
  de: 'Titel',
}

export const NOTE: Words = {
  en: 'Note',
  fr: 'Remarque',
  es: 'Nota',
  it: 'Nota',
  el: 'Σημείωση',
  de: 'Hinweis',
}

export const WEB_ADDRESS: Words = {
  en: 'Web address',
  fr: 'Adresse web',
  es: 'Dirección web',
  it: 'Indirizzo web',
  el: 'Διεύθυνση στο διαδίκτυο',
  de: 'Webadresse',
}
