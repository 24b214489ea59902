import { PERSON_HEADER } from '@/access/personHeader'

/**
 * The headers of every write that a page sends: the person for whom it was made (`MadeFor`), and the language in which it
 * speaks to them. Both are missing on a page that was made for nobody, for example the sign-in.
 */
export function headersOfPage(): Record<string, string> {
  const made = document.querySelector<HTMLElement>('[data-person]')
  return made ? { [PERSON_HEADER]: made.dataset.person ?? '', 'accept-language': made.lang } : {}
}
