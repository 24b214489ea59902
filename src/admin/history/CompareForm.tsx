import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { LocalTime } from '../words/LocalTime.client'
import { type Entry, precisionOf } from './entries'
import { sayEntry } from './sayEntry'

/** Chooses the two texts to compare: a form that only changes the address. */
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
  const options = (
    <>
      {entries.map((entry) => (
        <option key={entry.rev} value={String(entry.rev)}>
          <LocalTime at={entry.at} language={language} precise={precisionOf({ at: entry.at, shared })} />
          {`${say('diff.colon')} `}
          {entry.rev === newest ? say('history.now') : sayEntry({ entry, say })}
        </option>
      ))}
      {common ? <option value="common">{common}</option> : null}
    </>
  )
  return (
    <form className="tools" method="get" autoComplete="off">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>
        <label htmlFor="compare-from">{say('history.compare-of')}</label>
        <select id="compare-from" name="from" defaultValue={from} key={`from ${from}`}>
          {options}
        </select>
      </div>
      <div>
        <label htmlFor="compare-to">{say('history.compare-with')}</label>
        <select id="compare-to" name="to" defaultValue={to} key={`to ${to}`}>
          {options}
        </select>
      </div>
      <button type="submit" className="btn second">
        {say('history.compare')}
      </button>
    </form>
  )
}
