import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { CompareTwo } from '../words/CompareTwo'
import { LocalTime } from '../words/LocalTime.client'
import { type Entry, precisionOf } from './entries'
import { sayEntry } from './sayEntry'

/** Chooses the two texts to compare. */
export function CompareForm({
  entries,
  newest,
  from,
  to,
  hidden,
  common,
  language,
  shared,
  say,
}: {
  entries: Entry[]
  newest: number
  /** As in the address: the number of a revision, or `common`. */
  from: string
  to: string
  /** The other parameters of the address. */
  hidden: Record<string, string>
  /** The name of the common text, if there is one to compare with. */
  common: string | null
  language: Language
  /** Minutes for which seconds are shown. */
  shared: ReadonlySet<string>
  say: Translator
}) {
  return (
    <CompareTwo
      name="compare"
      labels={{ from: say('history.compare-of'), to: say('history.compare-with') }}
      chosen={{ from, to }}
      hidden={hidden}
      say={say}
    >
      {entries.map((entry) => (
        <option key={entry.rev} value={String(entry.rev)}>
          <LocalTime at={entry.at} language={language} precise={precisionOf({ at: entry.at, shared })} />
          {`${say('diff.colon')} `}
          {entry.rev === newest ? say('history.now') : sayEntry({ entry, say })}
        </option>
      ))}
      {common ? <option value="common">{common}</option> : null}
    </CompareTwo>
  )
}
