import type { Language } from '@/domain/language'

/** Each language by its own name, for readers who look for theirs on a page that they cannot read. */
export const ENDONYMS: Record<Language, string> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  el: 'Ελληνικά',
  de: 'Deutsch',
}
