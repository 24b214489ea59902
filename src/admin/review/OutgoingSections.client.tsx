'use client'

import type { Language } from '@/domain/language'
import type { TextIn } from '../words/titles'

/** A section that a release changes. */
export type OutgoingSection = {
  key: string
  /** Empty for a section that is no longer there. */
  number: string
  title: TextIn
  /** What is new in it; null where nothing is compared. */
  note: string | null
}

/** The sections that a release changes, one a line. Drawn in the browser: a long list is sent as data, before it is asked for. */
export function OutgoingSections({ sections, reader }: { sections: OutgoingSection[]; reader: Language }) {
  return (
    <ul className="plain-list" hidden={sections.length === 0}>
      {sections.map(({ key, number, title, note }) => (
        <li key={key}>
          {number} <span lang={title.language === reader ? undefined : title.language}>{title.text}</span>{' '}
          {note === null ? null : <span className="muted">({note})</span>}
        </li>
      ))}
    </ul>
  )
}
