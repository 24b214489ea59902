'use client'

import { catchError } from 'next/error'
import { useEffect, useRef } from 'react'

/** What a page says that could not be shown; selected on the server, so that no catalogue is sent. */
export type PageLostWords = { title: string; what: string; again: string }

/** How often the server is asked whether it answers again, in milliseconds. */
const ASK_MS = 2000

/** A page that fails again within this time, in milliseconds, is not loaded by itself once more. */
const ONCE_IN_MS = 30_000

/**
 * Stands for a page that broke, mostly because the server ended while the page asked it for something. What was typed is in the window
 * and on the server; the page shows it again once it is loaded, which it does by itself as soon as the server answers.
 */
export const PageOrLost = catchError<{ words: PageLostWords }>(({ words }) => <PageLost words={words} />)

function PageLost({ words }: { words: PageLostWords }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (wasJustLoaded()) return
    let isOver = false
    const timer = setInterval(async () => {
      const answer = await fetch('/api/health', { cache: 'no-store' }).catch(() => null)
      if (!answer?.ok || isOver) return
      isOver = true
      loadAgain()
    }, ASK_MS)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [])
  return (
    <main className="tk">
      <div className="gutter stack">
        <h1 ref={heading} tabIndex={-1}>
          {words.title}
        </h1>
        <p>{words.what}</p>
        <p>
          <button type="button" className="btn" onClick={loadAgain}>
            {words.again}
          </button>
        </p>
      </div>
    </main>
  )
}

const LOADED = 'toolkit-page-loaded-again'

function loadAgain(): void {
  // A browser may refuse to keep anything; the page is loaded all the same.
  try {
    window.sessionStorage.setItem(LOADED, String(Date.now()))
  } catch {}
  window.location.reload()
}

/** An error that comes back at once is none of the connection: the person decides. */
function wasJustLoaded(): boolean {
  try {
    return Date.now() - Number(window.sessionStorage.getItem(LOADED)) < ONCE_IN_MS
  } catch {
    return true
  }
}
