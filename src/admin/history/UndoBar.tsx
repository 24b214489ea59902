import { languageNames } from '@/messages/languageNames'
import { ActionButton } from '../ActionButton.client'
import { actionWords } from '../actionWords'
import type { Visitor } from '../frame/visitor'
import { MessageHeading } from '../MessageHeading.client'
import { EDITION_NOTE } from './panes'
import type { Undo } from './undo'
import './history.css'

/**
 * Says that the common text was restored, or an earlier text was, and offers to undo exactly that, or says that this was
 * undone; nothing if there is nothing to undo.
 */
export function UndoBar({
  undo,
  editionNote = null,
  visitor: { language: pageLanguage, say },
}: {
  undo: Undo | null
  /** What undoing does to the edition, if anything. */
  editionNote?: string | null
  visitor: Pick<Visitor, 'language' | 'say'>
}) {
  if (!undo) return null
  const { action, added, at, emptied, input, isOnlyRemoved, isRestored, isUnread, removed } = undo
  const named = languageNames({ languages: emptied, pageLanguage, t: say })
  return (
    <section className="done" aria-labelledby="undo-title">
      <div>
        <MessageHeading id="undo-title" about={at}>
          {emptied.length > 0 && isOnlyRemoved
            ? say('history.undo.removed', { languages: named })
            : say(isRestored ? 'history.undo.restored' : input ? 'history.undo.brought-back' : 'history.undo.undone')}
        </MessageHeading>
        <p>
          {isUnread && added + removed === 0 ? null : say('history.undo.words', { added, removed })}{' '}
          {emptied.length > 0 ? say('history.undo.not-translated', { languages: named }) : null}{' '}
          {isUnread && input ? say('history.undo.unread') : null}
        </p>
        {input && editionNote ? <p id={EDITION_NOTE}>{editionNote}</p> : null}
      </div>
      {input ? (
        <ActionButton
          action={action}
          input={input}
          label={isRestored ? say('history.undo.do', { words: removed }) : say('history.undo.do-back')}
          words={actionWords(say)}
          describedBy={editionNote ? EDITION_NOTE : undefined}
          look="second"
        />
      ) : null}
    </section>
  )
}
