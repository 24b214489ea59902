import { PERSON_HEADER } from '@/access/personHeader'
import type { Language } from '@/domain/language'

/**
 * The attributes of a part of a page that the server made for this person: what the page sends names them
 * (`headersOfPage`). It is rendered with the part that changes with the page, because in one browser another person can
 * sign in while the rest of the page stays.
 */
export function madeFor({ person, language }: { person: string; language: Language }) {
  return { lang: language, 'data-person': person }
}

/**
 * The headers of every write that a page sends: the person for whom it was made, and the language in which it speaks to
 * them. Both are missing on a page that was made for nobody, for example the sign-in.
 */
export function headersOfPage(): Record<string, string> {
  const made = document.querySelector<HTMLElement>('[data-person]')
  return made ? { [PERSON_HEADER]: made.dataset.person ?? '', 'accept-language': made.lang } : {}
}
