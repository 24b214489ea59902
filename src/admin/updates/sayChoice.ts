import type { SaidChoice } from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'

/** What a country decided, as its own people read it. */
export function sayChoice(choice: SaidChoice, say: Translator): string {
  if (choice === 'noted') return say('updates.one.noted')
  return choice === 'settled' ? say('updates.one.settled-by-own-proposal') : say(`words.choice.${choice}`)
}
