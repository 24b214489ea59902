'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { isMessageExpected } from './messageFocus.client'

/**
 * The message about an action that was just done (`about` distinguishes it from the next one). It is not repeated when
 * somebody opens or reloads the address later.
 */
export function AfterAction({ about, children }: { about: string; children: ReactNode }) {
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    if (isMessageExpected()) setShown(about)
  }, [about])
  return shown === about ? children : null
}
