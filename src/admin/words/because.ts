import type { Language } from '@/domain/language'
import type { Refusal } from '@/domain/refusal'
import { sayRefusal, translatorFor } from '@/messages/translate'
import type { Because } from '../Why'

/** Where a reason can be resolved: the address and the words of the link. */
export type WayOut = { href: string; link: string }

/** Refusals as sentences with links to the places where they can be resolved, as far as `waysOut` knows one. */
export function becauseOf({
  refusals,
  language,
  wayOut = () => undefined,
}: {
  refusals: readonly Refusal[]
  language: Language
  wayOut?: (refusal: Refusal) => WayOut | undefined
}): Because[] {
  return refusals.map((refusal) => ({ text: sayRefusal(language, refusal), ...wayOut(refusal) }))
}

/** At most `most` reasons; the others are counted, with a link to all of them. */
export function atMost({
  because,
  most,
  language,
  href,
}: {
  because: Because[]
  most: number
  language: Language
  href: string
}): Because[] {
  if (because.length <= most) return because
  const say = translatorFor(language)
  const more = { text: say('admin.why.more', { count: because.length - most }), href, link: say('admin.why.all') }
  return [...because.slice(0, most), more]
}
