'use client'

import { useEffect, useState } from 'react'
import type { Language } from '@/domain/language'
import { localeOf } from '@/messages/dates'

/** A time in the person's time zone: 9 Dec 2026, 14:02. Before the page is hydrated it is in UTC. */
export function LocalTime({
  at,
  language,
  precise = 'minutes',
}: {
  at: string
  language: Language
  /** With seconds, if another time beside it is in the same minute. */
  precise?: 'minutes' | 'seconds'
}) {
  const [isAlive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return null
  const format = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeStyle: precise === 'seconds' ? 'medium' : 'short',
    hourCycle: 'h23',
    ...(isAlive ? {} : { timeZone: 'UTC' }),
  })
  return isAlive ? format.format(date) : `${format.format(date)} UTC`
}
