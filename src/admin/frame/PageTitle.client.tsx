'use client'

import { useEffect } from 'react'

const SUFFIX = ' · Toolkit'

/**
 * Gives the window the title of the screen, in the person's language: the meta title of a view has only one language.
 * The framework sets that title late, and again after a change of page, so this restores the title while the screen is
 * open.
 */
export function PageTitle({ title }: { title: string }) {
  useEffect(() => {
    const wanted = `${title}${SUFFIX}`
    const hold = () => {
      if (document.title !== wanted) document.title = wanted
    }
    hold()
    const observer = new MutationObserver(hold)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [title])
  return null
}
