import { blocksToFollow, isPlaceGone } from '@/domain/additionPlace'
import type { Language } from '@/domain/language'
import { openingOf } from '@/domain/richText/firstWords'
import { type SectionFacts, sourceLanguageOf, textUnderAddition } from './sectionFacts'

/** The blocks of the common text after which an addition can stand, as the editor offers them. */
export type AdditionPlaces = {
  /** The language of the words: that of the editor, or another if the text has no words in it. */
  language: Language
  /** `words` is empty for a block without words, as a picture. */
  blocks: { id: string; words: string }[]
  /** The first words of the block after which the addition was put and that the common text no longer has. */
  gone: string | null
}

export function additionPlaces(facts: SectionFacts): AdditionPlaces {
  const body = textUnderAddition(facts)
  const isHere = (body[facts.language] ?? []).length > 0
  const language = isHere ? facts.language : (sourceLanguageOf(facts) ?? facts.language)
  const place = facts.own?.additionPlace
  return {
    language,
    blocks: blocksToFollow(body[language] ?? []).map((block) => ({ id: block.id, words: openingOf(block) })),
    gone: place?.where === 'after-block' && isPlaceGone({ place, body }) ? place.words : null,
  }
}
