'use client'

import { useEffect, useRef, useState } from 'react'
import type { SectionChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { SectionDifference } from '@/textView/SectionDifference'
import { DiscardQuestion, useDiscarding } from './DiscardQuestion.client'

/** Something besides the text: the country's choice, the reason … Shown if the two differ. */
export type OtherDifference = { label: string; theirs: string; mine: string }

/**
 * Somebody else saved first. Shows both texts, the differing words between them, and what can be done: nothing is
 * decided automatically, and what was typed stays below until it is.
 */
export function StaleComparison({
  change,
  leftOut = null,
  others,
  isMerged,
  notes = [],
  when,
  language,
  pageLanguage,
  isBusy,
  isAwaited,
  typed,
  t,
  onSaveMine,
  onTakeTheirs,
  onFetch,
  editionNote = null,
}: {
  /** The difference from their text to the typed text. */
  change: SectionChange
  /** What nobody would read of their text if the typed one is saved: its difference to the common text. */
  leftOut?: SectionChange | null
  others: OtherDifference[]
  /** Does the typed text include their changes wherever this person typed nothing? */
  isMerged: boolean
  /** What else saving does since they saved. */
  notes?: readonly (string | null)[]
  /** A sentence that says when they saved; empty if that is unknown. */
  when: string
  language: Language
  pageLanguage: Language
  isBusy: boolean
  /** Has their text not arrived yet? Until then nothing can be decided. */
  isAwaited: boolean
  /** How many typed words are not saved. */
  typed: () => number
  t: Translator
  onSaveMine: () => void
  onTakeTheirs: () => void
  /** Requests their text again. */
  onFetch: () => void
  /** What saving does to the edition. */
  editionNote?: string | null
}) {
  const discarding = useDiscarding(typed)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const apart = others.filter((one) => one.theirs !== one.mine)
  const isSameText = change.counts.changes === 0
  const compared = { language, pageLanguage, t, only: 'changes' as const, headingOffset: 1 }
  const mustWait = isBusy || isAwaited
  const unlessBusy = (act: () => void) => () => {
    if (!mustWait) act()
  }
  return (
    <section className="panel stale stack" id="compare" aria-labelledby="compare-title">
      <h2 id="compare-title" tabIndex={-1} ref={heading}>
        <SignIcon sign="compare" /> {t('editor.stale.title')}
      </h2>
      <p>
        {when} {t('editor.stale.kept')} {isMerged ? t('editor.stale.merged') : null}
      </p>
      {notes.map((note) => (note ? <p key={note}>{note}</p> : null))}
      {isSameText && !leftOut && apart.length === 0 ? <p>{t('editor.stale.same')}</p> : null}
      {isSameText ? null : (
        <>
          <DifferenceLegend t={t} added={t('editor.stale.mine')} removed={t('editor.stale.theirs')} />
          <div className="text stale-text">
            <SectionDifference change={change} anchor="stale-" {...compared} />
          </div>
        </>
      )}
      {leftOut ? (
        <details className="disclose" open>
          <summary>{t('editor.stale.left-out', { words: leftOut.counts.wordsRemoved })}</summary>
          <div className="stack">
            <DifferenceLegend t={t} added={t('editor.stale.common')} removed={t('editor.stale.theirs')} />
            <div className="text stale-text">
              <SectionDifference change={leftOut} anchor="left-out-" {...compared} />
            </div>
          </div>
        </details>
      ) : null}
      {apart.length > 0 ? (
        <dl className="kv">
          {apart.map(({ label, ...two }) => (
            <OtherRow key={label} label={label} {...two} t={t} />
          ))}
        </dl>
      ) : null}
      {isAwaited ? <Awaited t={t} onFetch={onFetch} /> : null}
      {editionNote && discarding.words === null ? <p>{editionNote}</p> : null}
      {discarding.words === null ? (
        <div className="row">
          <button type="button" className="btn" aria-disabled={mustWait || undefined} onClick={unlessBusy(onSaveMine)}>
            {t('editor.stale.save-mine')}
          </button>
          <button
            type="button"
            className="btn second"
            aria-disabled={mustWait || undefined}
            onClick={unlessBusy(discarding.ask)}
            ref={discarding.offer}
          >
            {t('editor.stale.take-theirs')}
          </button>
          <a className="btn quiet" href="#ours">
            {t('editor.stale.go-on')}
          </a>
        </div>
      ) : (
        <DiscardQuestion words={discarding.words} t={t} onKeep={discarding.keep} onDiscard={onTakeTheirs} />
      )}
      <p className="muted xs">{t('editor.stale.history')}</p>
    </section>
  )
}

/** Their text usually arrives in a moment: only a longer wait is announced. */
function Awaited({ t, onFetch }: { t: Translator; onFetch: () => void }) {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isLate) return null
  return (
    <p role="status">
      {t('editor.stale.awaited')}{' '}
      <button type="button" className="btn quiet sm" onClick={onFetch}>
        {t('editor.stale.fetch')}
      </button>
    </p>
  )
}

const LATE_MS = 3000

function OtherRow({ label, theirs, mine, t }: OtherDifference & { t: Translator }) {
  const nothing = t('editor.stale.nothing')
  return (
    <>
      <dt>{label}</dt>
      <dd>{t('editor.stale.other', { theirs: theirs || nothing, mine: mine || nothing })}</dd>
    </>
  )
}
