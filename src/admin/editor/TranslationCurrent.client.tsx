'use client'

import { type ReactNode, useState } from 'react'
import { MessageHeading } from '../MessageHeading.client'

/** Says that a translation is up to date, once no place of it is behind any more that was behind on this page. */
export function TranslationCurrent({ count, children }: { count: number; children: ReactNode }) {
  const [most, setMost] = useState(count)
  if (count > most) setMost(count)
  if (count > 0 || most === 0) return null
  return (
    <div className="note">
      <MessageHeading level="h2" id="lag-current" about="current">
        {children}
      </MessageHeading>
    </div>
  )
}
