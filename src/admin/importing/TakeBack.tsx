import type { Translator } from '@/messages/translate'

/** Takes back what was answered in a group of choices; it goes with the answer, so the first choice has the focus then. */
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
