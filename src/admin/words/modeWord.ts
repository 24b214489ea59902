import type { Mode } from '@/domain/section'
import type { Translator } from '@/messages/translate'

/** What a country does with a section, in a word. Readers see “Common text”; who adapts sees that it was adopted. */
export function modeWord(say: Translator, mode: Mode): string {
  return mode === 'inherit' ? say('admin.mode.inherit') : say(`words.mode.${mode}`)
}
