'use client'

import { catchError } from 'next/error'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'

/**
 * `late`: no answer yet; another request would not help, because requests wait for each other. `again`: it did not
 * arrive, and is requested again. `broken`: it arrived, but its program did not, which a page requests only once.
 */
export type OpeningState = 'opens' | 'late' | 'missing' | 'again' | 'broken' | 'there'

const LATE_MS = 30_000

/**
 * The place of the writing field of a text: its parts come from the server, sometimes late, or not at all. If they do
 * not arrive, they are requested again as soon as the browser is online, or when the person asks for it.
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
    // The button that requested it disappears.
    if (says.current?.contains(document.activeElement)) place.focus()
    set((now) => (now.state === 'there' ? now : { ...now, state: 'there' }))
  }, [])
  return {
    says,
    state,
    there,
    /** Another number requests it again. */
    attempt,
    again,
    broken: useCallback(() => set((now) => ({ ...now, state: 'broken' })), []),
    missing: useCallback(() => set((now) => (now.state === 'there' ? now : { ...now, state: 'missing' })), []),
  }
}

/** Says that the field is opening, or that it did not load, in a live region that exists before it has a message. */
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
            {/* It stays while the field is requested again: otherwise the focus would be lost. */}
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

/** An error inside it must not break the page around it. */
export const Breakable = catchError<{ onBroken: () => void }>(({ onBroken }) => <Broken onBroken={onBroken} />)

function Broken({ onBroken }: { onBroken: () => void }) {
  useEffect(onBroken, [onBroken])
  return null
}
