import type { Language } from '@/domain/language'
import type { Mode } from '@/domain/section'
import { ModeIcon } from '@/icons/ModeIcon'
import { translate } from '@/messages/translate'

/** What a country did with a section: a shape and a word, never colour alone. */
export function ModeBadge({ mode, language }: { mode: Mode; language: Language }) {
  return (
    <span className={`badge ${mode}`}>
      <ModeIcon mode={mode} />
      {translate(language, `words.mode.${mode}`)}
    </span>
  )
}
