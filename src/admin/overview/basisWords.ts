import type { Translator } from '@/messages/translate'
import type { CountryOverview } from '@/stored/overview'

/** The release of the common framework that a national version follows, marked if it was withdrawn. */
export function basisWords(
  { isBasisWithdrawn, follows: { version } }: Pick<CountryOverview, 'isBasisWithdrawn' | 'follows'>,
  say: Translator,
): string {
  return isBasisWithdrawn ? say('admin.overview.basis-withdrawn', { version }) : version
}
