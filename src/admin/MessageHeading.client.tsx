'use client'

import { type ReactNode, useRef } from 'react'
import { useMessageFocus } from './messageFocus.client'

/** The heading of the message after an action: it takes the focus then, but not when the page is opened later. */
export function MessageHeading({
  level: Heading = 'h2',
  id,
  about,
  children,
}: {
  level?: 'h2' | 'h3'
  id: string
  about: string
  children: ReactNode
}) {
  const place = useRef<HTMLHeadingElement>(null)
  useMessageFocus({ place, about })
  return (
    <Heading id={id} tabIndex={-1} ref={place}>
      {children}
    </Heading>
  )
}
