'use client'

import { useEffect } from 'react'

const SUFFIX = ' · Toolkit'

/**
 * Names the window after the screen, in the language of the person: the meta title of a view has one language only.
 * The framework sets that one late and once more after a change of page, so the name is held while the screen is open.
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
