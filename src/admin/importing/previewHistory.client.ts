'use client'

import { useCallback, useEffect, useRef } from 'react'

/** Stands in the entry of the browser's history in which the preview is shown. */
const MARK = 'importPreview'

/**
 * The preview is a step of its own in the history of the browser: Back leads from it to the form, Forward to it again.
 * `onStep` is told of both.
 */
export function usePreviewInHistory(onStep: (step: 'form' | 'preview') => void): {
  /** A preview is shown where the form was. */
  enter: () => void
  /** As the browser's own Back: from the preview to the form. */
  back: () => void
  /** The preview has come to its end: its entry stands for the form from now on. */
  end: () => void
} {
  const latest = useRef(onStep)
  latest.current = onStep

  useEffect(() => {
    const move = ({ state }: PopStateEvent) => {
      // A link to a place in the page makes an entry that has no state: the step stays.
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
