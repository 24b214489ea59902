'use client'

import type { Translator } from '@/messages/translate'
import { Result, type ResultShown } from '../Result'
import { DiscardQuestion, useDiscarding } from './DiscardQuestion.client'
import type { SavingState } from './work'

/** The bar with the only button that saves, and messages before and after saving. */
export function SavingBar({
  label,
  state,
  isChanged,
  isCompared,
  isReady,
  isNew = false,
  because = null,
  leftOut = null,
  typed,
  saved,
  note,
  isTakenBack = false,
  t,
  onSave,
  onDiscard,
}: {
  label: string
  state: SavingState
  isChanged: boolean
  /** Must somebody else's text be compared first? */
  isCompared: boolean
  /** Does the screen show what the person typed? Before that, nothing is said about it. */
  isReady: boolean
  /** Is the section not stored yet? Nobody else can save it then. */
  isNew?: boolean
  /** Why it cannot be saved as it is; null if it can. */
  because?: string | null
  /** What could not be saved with the rest, if that is the reason: how many words it has, and how to remove it. */
  leftOut?: { words: () => number; do: () => void } | null
  /** How many typed words are not saved. */
  typed: () => number
  /** A sentence that says when it was saved; empty if it never was. */
  saved: string
  /** What saving does besides storing the text. */
  note?: string | null
  /** Did the last save return an edition to draft that had been sent in the meantime? */
  isTakenBack?: boolean
  t: Translator
  onSave: () => void
  /** Discards what was typed, and shows what is saved. */
  onDiscard: () => void
}) {
  const isBlocked = isCompared || !isChanged || because !== null
  const discarding = useDiscarding(typed)
  const leaving = useDiscarding(leftOut?.words ?? typed)

  const asked =
    leftOut && leaving.words !== null
      ? { ...leaving, words: leaving.words, discard: leftOut.do }
      : isChanged && discarding.words !== null
        ? { ...discarding, words: discarding.words, discard: onDiscard }
        : null

  if (asked && !isCompared)
    return (
      <div className="actions row end">
        <DiscardQuestion
          id="saving-words"
          words={asked.words}
          t={t}
          onKeep={asked.keep}
          onDiscard={() => {
            asked.end()
            asked.discard()
          }}
        />
      </div>
    )
  return (
    <div className="actions row end">
      <div className="why">
        <p className="muted" id="saving-words" tabIndex={-1}>
          {!isReady ? (
            t('editor.opening')
          ) : because ? (
            because
          ) : isCompared ? (
            <>
              {t('editor.bar.compare-first')} <a href="#compare">{t('editor.bar.go-to-compare')}</a>
            </>
          ) : (
            sayUnsaved({ isChanged, isNew, saved, t })
          )}
        </p>
        {note && because === null ? <p>{note}</p> : null}
        <Result shown={shownOf({ state, done: isChanged ? 'in-part' : isTakenBack ? 'taken-back' : 'whole', t })} />
      </div>
      <div className="row">
        {leftOut ? (
          <button type="button" className="btn second" ref={leaving.offer} onClick={leaving.ask}>
            {t('editor.bar.leave-out')}
          </button>
        ) : null}
        {isChanged && !isCompared && state.kind !== 'saving' ? (
          <button type="button" className="btn quiet" ref={discarding.offer} onClick={discarding.ask}>
            {t('editor.discard')}
          </button>
        ) : null}
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

/** What is not saved; for a new section what to write, for others what happens if somebody else saves first. */
function sayUnsaved({
  isChanged,
  isNew,
  saved,
  t,
}: {
  isChanged: boolean
  isNew: boolean
  saved: string
  t: Translator
}): string {
  if (isNew) return t(isChanged ? 'editor.bar.unsaved' : 'editor.bar.write-first')
  return `${isChanged ? t('editor.bar.unsaved') : saved || t('editor.bar.nothing-typed')} ${t('editor.bar.compare')}`
}

const DONE = {
  whole: 'editor.bar.done',
  'in-part': 'editor.bar.done-in-part',
  'taken-back': 'editor.bar.done-taken-back',
} as const

/** The message about the last save. */
export function shownOf({
  state,
  done,
  t,
}: {
  state: SavingState
  done: keyof typeof DONE
  t: Translator
}): ResultShown {
  switch (state.kind) {
    case 'saving':
      return { kind: 'running', text: t('editor.bar.saving') }
    case 'saved':
      return { kind: 'done', text: t(DONE[done]) }
    case 'refused':
      return {
        kind: 'problem',
        title: t('editor.bar.problem'),
        texts: state.texts,
        wrong: state.wrong,
        goTo: t('editor.bar.go-to-place'),
      }
    case 'unknown':
      return {
        kind: 'problem',
        title: t('editor.bar.problem'),
        texts: state.texts.length > 0 ? state.texts : [t('editor.bar.unknown')],
      }
    case 'nothing-to-send':
      return {
        kind: 'problem',
        title: t('editor.bar.problem'),
        texts: [t('editor.bar.not-known', { discard: t('editor.discard') })],
      }
    case 'signed-out':
      return {
        kind: 'problem',
        title: t('editor.bar.problem'),
        texts: [t('editor.bar.signed-out')],
      }
    default:
      return { kind: 'nothing' }
  }
}
