'use client'

import type { Translator } from '@/messages/translate'
import { Result, type ResultShown } from '../Result'
import { SIGN_IN } from '../words/addresses'
import { DiscardQuestion, useDiscarding } from './DiscardQuestion.client'
import type { SavingState } from './work'

/** The bar with the one button that saves, and what is to be known before and after it is pressed. */
export function SavingBar({
  label,
  state,
  isChanged,
  isCompared,
  isReady,
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
  /** Is somebody else's text to be compared first? */
  isCompared: boolean
  /** Is what is on the screen what the person typed? Before that nothing is said about it. */
  isReady: boolean
  /** Why it cannot be saved as it is; null where it can. */
  because?: string | null
  /** What could not be saved with the rest, where that is why: how many words it has, and how it is taken away. */
  leftOut?: { words: () => number; do: () => void } | null
  /** How many words were typed that are not saved. */
  typed: () => number
  /** A sentence that says when it was saved; empty where it never was. */
  saved: string
  /** What saving does beside storing the text. */
  note?: string | null
  /** Did the last save take an edition back that had been sent meanwhile? */
  isTakenBack?: boolean
  t: Translator
  onSave: () => void
  /** Gives up what was typed, for what is saved. */
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
            <>
              {isChanged ? t('editor.bar.unsaved') : saved || t('editor.bar.nothing-typed')} {t('editor.bar.compare')}
            </>
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

const DONE = {
  whole: 'editor.bar.done',
  'in-part': 'editor.bar.done-in-part',
  'taken-back': 'editor.bar.done-taken-back',
} as const

function shownOf({ state, done, t }: { state: SavingState; done: keyof typeof DONE; t: Translator }): ResultShown {
  switch (state.kind) {
    case 'saving':
      return { kind: 'running', text: t('editor.bar.saving') }
    case 'saved':
      return { kind: 'done', text: t(DONE[done]) }
    case 'refused':
      return { kind: 'problem', title: t('editor.bar.problem'), texts: state.texts, wrong: state.wrong }
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
        texts: [...state.texts, t('editor.bar.only-here')],
        link: { label: t('editor.sign-in'), href: SIGN_IN },
      }
    default:
      return { kind: 'nothing' }
  }
}
