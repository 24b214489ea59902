'use client'

import { useEffect, useState } from 'react'

/** A day and a time on the clock of the person; before the script runs, and where it cannot, in UTC. */
export function LocalTime({ iso, language }: { iso: string; language: string }) {
  const [zone, setZone] = useState('UTC')
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  const locale = language === 'en' ? 'en-GB' : language
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  return <time dateTime={iso}>{format.format(new Date(iso))}</time>
}
