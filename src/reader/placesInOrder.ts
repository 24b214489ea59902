import type { Language } from '@/domain/language'
import { MASTER } from '@/domain/release'
import { nameOrder } from '@/messages/nameOrder'
import { countryWords } from './countryWords'
import type { ReaderCountry } from './records'

/** The common framework first, if it is among them, then the countries by their names in the language. */
export function placesInOrder(places: readonly ReaderCountry[], language: Language): ReaderCountry[] {
  const byName = nameOrder(language)
  return places
    .map((place) => ({ place, name: countryWords(place, language).name }))
    .sort((one, other) => Number(isCommon(other.place)) - Number(isCommon(one.place)) || byName(one, other))
    .map(({ place }) => place)
}

function isCommon({ code }: ReaderCountry): boolean {
  return code === MASTER
}
