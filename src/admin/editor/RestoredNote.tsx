import type { Translator } from '@/messages/translate'

/** Says that what was typed before a crash or a closed page is back. */
export function RestoredNote({ t, onDiscard }: { t: Translator; onDiscard: () => void }) {
  return (
    <section className="panel restored row end" aria-label={t('editor.draft.title')}>
      <p>
        <strong>{t('editor.draft.title')}</strong> {t('editor.draft.text')}
      </p>
      <button type="button" className="btn quiet" onClick={onDiscard}>
        {t('editor.draft.discard')}
      </button>
    </section>
  )
}
