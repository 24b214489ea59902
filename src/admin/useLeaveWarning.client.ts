'use client'

import { useEffect } from 'react'

/**
 * Asks before a page with unsaved changes is left. Links inside the admin change the page without leaving it, so
 * browsers do not ask: with unsaved changes they become ordinary links. Of a link that says that what was typed is kept
 * (`data-keeps`), nobody asks.
 */
export function useLeaveWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    const leave = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || event.button !== 0) return
      const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) && link.target !== '_blank'
      const isHere = link.pathname === window.location.pathname && link.hash !== ''
      if (!isPlain || isHere || link.origin !== window.location.origin || link.isContentEditable) return
      event.preventDefault()
      event.stopPropagation()
      if (link.dataset.keeps !== undefined) window.removeEventListener('beforeunload', ask)
      window.location.assign(link.href)
    }
    window.addEventListener('beforeunload', ask)
    document.addEventListener('click', leave, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', ask)
      document.removeEventListener('click', leave, { capture: true })
    }
  }, [isChanged])
}
