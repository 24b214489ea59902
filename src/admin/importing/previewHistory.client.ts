'use client'

import { useCallback, useEffect, useRef } from 'react'

/** The state of the entry of the browser's history in which the preview is shown. */
const MARK = 'importPreview'

/**
 * The preview has its own entry in the browser's history: Back leads from it to the form, and Forward to it again.
 * `onStep` is called for both.
 */
export function usePreviewInHistory(onStep: (step: 'form' | 'preview') => void): {
  /** A preview replaces the form on the screen. */
  enter: () => void
  /** Like the browser's own Back: from the preview to the form. */
  back: () => void
  /** The preview has ended: its entry now belongs to the form. */
  end: () => void
} {
  const latest = useRef(onStep)
  latest.current = onStep

  useEffect(() => {
    const move = ({ state }: PopStateEvent) => {
      // A link to a place in the page makes an entry without a state: the step stays.
      if (state) latest.current(isPreview(state) ? 'preview' : 'form')
    }
    window.addEventListener('popstate', move)
    return () => window.removeEventListener('popstate', move)
  }, [])

  return {
    enter: useCallback(() => {
      if (!isPreview(window.history.state)) window.history.pushState({ [MARK]: true }, '')
    }, []),
    back: useCallback(() => {
      if (isPreview(window.history.state)) window.history.back()
      else latest.current('form')
    }, []),
    end: useCallback(() => {
      if (isPreview(window.history.state)) window.history.replaceState({ [MARK]: false }, '')
    }, []),
  }
}

function isPreview(state: unknown): boolean {
  return typeof state === 'object' && state !== null && MARK in state && state[MARK] === true
}
