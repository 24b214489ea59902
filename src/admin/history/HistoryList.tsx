import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { LocalTime } from '../words/LocalTime.client'
import { type Entry, precisionOf } from './entries'
import { sayAuthor, sayEntry } from './sayEntry'

/** A publication between the entries. */
export type Mark = { at: string; label: string }

/** The entries of a history, newest first, with the publications between them; each links to its comparison. */
export function HistoryList({
  entries,
  marks,
  newest,
  from,
  to,
  userId,
  names,
  language,
  shared,
  addressOf,
  older,
  newestAddress,
  say,
}: {
  entries: Entry[]
  marks: Mark[]
  /** The revision that is stored now. */
  newest: number
  /** The revisions that are compared; null for the common text. */
  from: number | null
  to: number | null
  userId: string
  names: ReadonlyMap<string, string>
  language: Language
  /** Minutes for which seconds are shown. */
  shared: ReadonlySet<string>
  addressOf: (entry: Entry) => string
  /** The address of older entries; null if there are none. */
  older: string | null
  /** The address of the newest ones; null if they are shown. */
  newestAddress: string | null
  say: Translator
}) {
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{say('history.title')}</h2>
      {/* Beside the comparison all entries are open; above it, on a phone, they are collapsed. */}
      <details className="entries">
        <summary>{say('history.entries', { count: entries.length })}</summary>
        <ol className="pick">
          {entries.flatMap((entry, index) => {
            const newer = entries[index - 1]
            const isBefore = (at: string) => (newer ? at < newer.at : entry.rev === newest)
            const between = marks.filter(({ at }) => at >= entry.at && isBefore(at))
            const notes = [
              ...(entry.rev === newest ? [say('history.now')] : []),
              ...(entry.rev === from ? [say('history.compared-from')] : []),
              ...(entry.rev === to && entry.rev !== newest ? [say('history.compared-to')] : []),
            ]
            return [
              ...between.map(({ at, label }) => (
                <li className="mark" key={`mark ${at}`}>
                  {label}
                </li>
              )),
              <li key={entry.rev}>
                <a href={addressOf(entry)} {...(entry.rev === from ? { 'aria-current': 'true' as const } : {})}>
                  <strong>{sayEntry({ entry, say })}</strong>
                  <span className="meta">
                    <time dateTime={entry.at}>
                      <LocalTime at={entry.at} language={language} precise={precisionOf({ at: entry.at, shared })} />
                    </time>
                    <span>{sayAuthor({ entry, userId, names, say })}</span>
                    {notes.map((note) => (
                      <b key={note}>{note}</b>
                    ))}
                  </span>
                </a>
              </li>,
            ]
          })}
        </ol>
        <p className="row">
          {newestAddress ? <a href={newestAddress}>{say('history.newest')}</a> : null}
          {older ? <a href={older}>{say('history.older')}</a> : null}
        </p>
      </details>
      <p className="muted xs">{say('history.lead')}</p>
    </section>
  )
}
