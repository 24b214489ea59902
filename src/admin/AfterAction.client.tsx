'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { isMessageExpected } from './messageFocus.client'

/**
 * What is said of an action that was just done (`about` tells it from the next one). Whoever opens the address later, or loads it
 * again, is not told once more.
 */
export function AfterAction({ about, children }: { about: string; children: ReactNode }) {
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    if (isMessageExpected()) setShown(about)
  }, [about])
  return shown === about ? children : null
}
