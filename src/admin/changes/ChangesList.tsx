import { CHANGE_CLASSES, type ChangeClass } from '@/domain/changeNote'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import type { RegroupedAs } from '@/textView/regroupedWords'
import type { TextIn } from '../words/titles'
import { ChangeStatus } from './ChangeStatus'
import { firstSentence } from './firstSentence'
import type { ListedChange } from './listedChanges'

type Words = { reader: Language; say: Translator }

/** The class in an address; null for all changes. */
export function classIn(asked: string): ChangeClass | null {
  return CHANGE_CLASSES.find((one) => one === asked) ?? null
}

/** The changed sections, each with its class, the note of that class in a sentence, and what happened to it. */
export function ChangesList({
  changes,
  current,
  titleOf,
  addressOf,
  regrouped,
  source,
  reader,
  say,
}: {
  changes: readonly ListedChange[]
  /** The key of the section that is shown. */
  current: string | undefined
  titleOf: (change: ListedChange) => TextIn
  addressOf: (change: ListedChange) => string
  /** The sections that were divided or joined, by the key of each. */
  regrouped: ReadonlyMap<string, RegroupedAs>
  /** The language of the notes. */
  source: Language
} & Words) {
  return (
    // Beside the chosen section the list is open; above it, on a phone, it is collapsed.
    <details className="entries">
      <summary>{say('admin.changes.choose', { count: changes.length })}</summary>
      <nav aria-label={say('admin.changes.list')}>
        <ol className="pick">
          {changes.map((change) => {
            const title = titleOf(change)
            const of = regrouped.get(change.key)
            const said = change.notes.findLast((note) => note.class === change.class)?.note ?? ''
            return (
              <li key={change.key}>
                <a href={addressOf(change)} aria-current={change.key === current ? 'true' : undefined}>
                  <strong>
                    {change.number}{' '}
                    <span lang={title.language === reader ? undefined : title.language}>{title.text}</span>
                  </strong>
                  {said ? (
                    <span className="say" lang={source === reader ? undefined : source}>
                      {firstSentence(said, source)}
                    </span>
                  ) : null}
                  <span className="meta">
                    <ChangeStatus
                      of={change.class}
                      became={change.became}
                      regrouped={of ? { with: of, key: change.key } : null}
                      say={say}
                    />
                  </span>
                </a>
              </li>
            )
          })}
        </ol>
      </nav>
    </details>
  )
}

/** How many sections are the same, with the way to their list, or the list. */
export function SameSections({
  count,
  listed,
  address,
  reader,
  say,
}: {
  count: number
  /** Null if they are only counted. */
  listed: { key: string; number: string; title: TextIn }[] | null
  /** The address with the list, or without it. */
  address: string
} & Words) {
  if (count === 0) return null
  return (
    <div id="same">
      <p className="muted xs">
        {say('admin.changes.same', { count })}{' '}
        <a href={address}>{say(listed ? 'admin.changes.hide-same' : 'admin.changes.list-same')}</a>
      </p>
      {listed ? (
        <ul className="plain-list xs">
          {listed.map(({ key, number, title }) => (
            <li key={key}>
              {number} <span lang={title.language === reader ? undefined : title.language}>{title.text}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
