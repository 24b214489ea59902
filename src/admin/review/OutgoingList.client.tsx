'use client'

import type { OutgoingSection } from './outgoingSection'

/**
 * The sections that a release changes, one per line. The browser renders them: a long list is sent as data, before
 * anybody opens it.
 */
export function OutgoingList({ sections }: { sections: OutgoingSection[] }) {
  return (
    <ul className="plain-list" hidden={sections.length === 0}>
      {sections.map(({ key, number, title, lang, note }) => (
        <li key={key}>
          {number} <span lang={lang}>{title}</span> {note === null ? null : <span className="muted">({note})</span>}
        </li>
      ))}
    </ul>
  )
}
