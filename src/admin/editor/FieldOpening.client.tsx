'use client'

import { catchError } from 'next/error'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'

/**
 * `late`: no answer came yet; to ask again would be of no use, as one question waits for the other. `again`: it did not come, and is
 * asked for once more. `broken`: it came, but not its program, which a page asks for once only.
 */
export type OpeningState = 'opens' | 'late' | 'missing' | 'again' | 'broken' | 'there'

const LATE_MS = 30_000

/**
 * Where the writing field of a text stands: its parts come from the server, now and then late, or not at all. Where they did
 * not come, they are asked for again as soon as the browser is online, or when the person says so.
 */
export function useFieldOpening() {
  const [{ state, attempt }, set] = useState<{ state: OpeningState; attempt: number }>({ state: 'opens', attempt: 0 })
  const again = useCallback(
    () => set((now) => (now.state === 'missing' ? { state: 'again', attempt: now.attempt + 1 } : now)),
    [],
  )
  useEffect(() => {
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [again])
  useEffect(() => {
    if (state !== 'opens' && state !== 'again') return
    const timer = setTimeout(() => set((now) => (now.state === state ? { ...now, state: 'late' } : now)), LATE_MS)
    return () => clearTimeout(timer)
  }, [state])
  const says = useRef<HTMLDivElement>(null)
  const there = useCallback((place: HTMLElement) => {
    // The button that asked for it goes.
    if (says.current?.contains(document.activeElement)) place.focus()
    set((now) => (now.state === 'there' ? now : { ...now, state: 'there' }))
  }, [])
  return {
    says,
    state,
    there,
    /** Another number asks anew. */
    attempt,
    again,
    broken: useCallback(() => set((now) => ({ ...now, state: 'broken' })), []),
    missing: useCallback(() => set((now) => (now.state === 'there' ? now : { ...now, state: 'missing' })), []),
  }
}

/** Says that the field opens, or that it did not come, in a live region that is there before anything is said in it. */
export function FieldOpening({
  says,
  labelId,
  state,
  t,
  onTryAgain,
}: {
  says: RefObject<HTMLDivElement | null>
  /** Names the field: a section can have two. */
  labelId: string
  state: OpeningState
  t: Translator
  onTryAgain: () => void
}) {
  const isBroken = state === 'broken'
  const isLate = state === 'late'
  const isLoadedAgain = isBroken || isLate
  const isOnline = typeof navigator === 'undefined' || navigator.onLine
  const isAsked = state === 'again'
  return (
    <div className="field-opening" role="status" ref={says}>
      {state === 'opens' ? <p className="muted">{t('editor.opening')}</p> : null}
      {state === 'missing' || isAsked || isLoadedAgain ? (
        <div className="problem">
          <SignIcon sign="warning" />
          <div>
            {isAsked ? (
              <p>{t('editor.opening')}</p>
            ) : (
              <p>
                <strong>{t(isLate ? 'editor.field.late' : 'editor.field.missing')}</strong> {t('editor.field.kept')}{' '}
                {isBroken || isOnline ? null : t('editor.field.online')}
              </p>
            )}
            {/* It stays while the field is asked for again: who pressed it would lose their place. */}
            <p>
              <button
                type="button"
                className="btn second sm"
                aria-disabled={isAsked || undefined}
                aria-describedby={labelId}
                onClick={isLoadedAgain ? () => window.location.reload() : onTryAgain}
              >
                {isLoadedAgain ? t('editor.field.reload') : t('editor.field.again')}
              </button>
            </p>
          </div>
        </div>
      ) : null}
    </div>
  )
}

/** What is in it may break, and the page around it stays. */
export const Breakable = catchError<{ onBroken: () => void }>(({ onBroken }) => <Broken onBroken={onBroken} />)

function Broken({ onBroken }: { onBroken: () => void }) {
  useEffect(onBroken, [onBroken])
  return null
}
