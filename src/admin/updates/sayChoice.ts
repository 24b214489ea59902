import type { SaidChoice } from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'

/** What a country decided, as its own people read it. */
export function sayChoice(choice: SaidChoice, say: Translator): string {
  return choice === 'noted' ? say('updates.one.noted') : say(`words.choice.${choice}`)
}
