import type { Translator } from '@/messages/translate'

/**
 * Undoes the answer in a group of choices; the button disappears with the answer, so the first choice then gets the
 * focus.
 */
export function TakeBack({ isWriting, t, onTakeBack }: { isWriting: boolean; t: Translator; onTakeBack: () => void }) {
  return (
    <p>
      <button
        type="button"
        className="link"
        aria-disabled={isWriting || undefined}
        onClick={({ currentTarget }) => {
          if (isWriting) return
          currentTarget.closest('fieldset')?.querySelector('input')?.focus()
          onTakeBack()
        }}
      >
        {t('editor.import.take-back')}
      </button>
    </p>
  )
}
