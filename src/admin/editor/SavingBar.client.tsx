'use client'

import type { Translator } from '@/messages/translate'
import { Result, type ResultShown } from '../Result'
import type { SavingState } from './useSaving.client'

/** The bar with the one button that saves, and what is to be known before and after it is pressed. */
export function SavingBar({
  label,
  state,
  isChanged,
  isCompared,
  time,
  note,
  t,
  onSave,
}: {
  label: string
  state: SavingState
  isChanged: boolean
  /** Is somebody else's text to be compared first? */
  isCompared: boolean
  /** When it was saved, as people say it; empty where it never was. */
  time: string
  /** What saving does beside storing the text. */
  note?: string | null
  t: Translator
  onSave: () => void
}) {
  const isBlocked = isCompared || !isChanged
  return (
    <div className="actions row end">
      <div className="why">
        <p className="muted" id="saving-words">
          {isCompared ? (
            <>
              {t('editor.bar.compare-first')} <a href="#compare">{t('editor.bar.go-to-compare')}</a>
            </>
          ) : (
            <>
              {isChanged
                ? t('editor.bar.unsaved')
                : time
                  ? t('editor.bar.saved', { time })
                  : t('editor.bar.nothing-typed')}{' '}
              {t('editor.bar.compare')}
            </>
          )}
        </p>
        {note ? <p>{note}</p> : null}
        <Result shown={shownOf(state, t)} />
      </div>
      <div className="row">
        <button
          type="button"
          className="btn"
          aria-disabled={isBlocked || state.kind === 'saving' ? true : undefined}
          aria-describedby="saving-words"
          onClick={() => {
            if (!isBlocked && state.kind !== 'saving') onSave()
          }}
        >
          {label}
        </button>
      </div>
    </div>
  )
}

function shownOf(state: SavingState, t: Translator): ResultShown {
  switch (state.kind) {
    case 'saving':
      return { kind: 'running', text: t('editor.bar.saving') }
    case 'saved':
      return { kind: 'done', text: t('editor.bar.done') }
    case 'refused':
      return { kind: 'problem', title: t('editor.bar.problem'), texts: state.texts, wrong: state.wrong }
    case 'unknown':
      return { kind: 'problem', title: t('editor.bar.problem'), texts: [t('editor.bar.unknown')] }
    default:
      return { kind: 'nothing' }
  }
}
