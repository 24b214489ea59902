import type { ProposedText } from '@/domain/proposals'
import { NO_TEXTS, type OwnField, type Texts, withWords } from '@/domain/section'

/** Only what a proposal offers: its texts, or single blocks of them. */
export function proposedContent({ content, ids, places }: ProposedText): Texts {
  return places.reduce<Texts>((shown, { field, language }) => {
    const words = content[field as OwnField][language]
    const some = Array.isArray(words) && ids ? words.filter(({ id }) => ids.includes(id)) : words
    return withWords(shown, field, language, some)
  }, NO_TEXTS)
}
