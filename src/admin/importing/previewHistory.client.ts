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

/** What the Navigation API tells of a move that can be called off; browsers without it do not ask. */
type Move = Event & { navigationType: string; destination: { url: string; key: string } }
type Navigation = EventTarget & { traverseTo: (key: string) => unknown }

/** Stops the browser's Back and Forward that would leave this page, and hands on what carries it out all the same. */
export function useStoppedLeaving({ isOn, onLeave }: { isOn: boolean; onLeave: (leave: () => void) => void }): void {
  const latest = useRef(onLeave)
  latest.current = onLeave
  useEffect(() => {
    const navigation = (window as { navigation?: Navigation }).navigation
    if (!isOn || !navigation) return
    let isLeaving = false
    const stop = (event: Event) => {
      const { navigationType, destination } = event as Move
      if (isLeaving || navigationType !== 'traverse' || !event.cancelable) return
      if (new URL(destination.url).pathname === window.location.pathname) return
      event.preventDefault()
      latest.current(() => {
        isLeaving = true
        navigation.traverseTo(destination.key)
      })
    }
    navigation.addEventListener('navigate', stop)
    return () => navigation.removeEventListener('navigate', stop)
  }, [isOn])
}
