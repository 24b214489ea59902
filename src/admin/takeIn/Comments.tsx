import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import type { ShownComment } from './takenAnswer'

/** What people wrote beside the text in Word, with their names; it is not stored. */
export function Comments({
  comments,
  language,
  t,
}: {
  comments: readonly ShownComment[]
  language: Language
  t: Translator
}) {
  if (comments.length === 0) return null
  return (
    <div className="panel wash stack">
      <p>
        <strong>{t('editor.word.comments')}</strong> <span className="muted">{t('editor.word.comments-lead')}</span>
      </p>
      <ul>
        {comments.map(({ author, section, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two comments can say the same, and their order never changes.
          <li key={index}>
            {t('editor.word.comment-by', { author: author || t('editor.word.somebody'), section })}{' '}
            <q lang={language}>{text}</q>
          </li>
        ))}
      </ul>
    </div>
  )
}
