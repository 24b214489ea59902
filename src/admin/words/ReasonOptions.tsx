import { REASONS } from '@/domain/section'
import type { Translator } from '@/messages/translate'

/** The reasons why a text can differ, as the options of a list. */
export function ReasonOptions({ t }: { t: Translator }) {
  return REASONS.map((reason) => (
    <option key={reason} value={reason}>
      {t(`words.reason.${reason}`)}
    </option>
  ))
}
