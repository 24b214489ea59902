import type { Language } from '@/domain/language'
import { withdrawalOf } from '@/domain/standing'
import { shortDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import type { ReleaseHead } from '@/stored/release'

/** Chooses the two releases to compare: a form that only changes the address. */
export function ChooseReleases({
  line,
  from,
  to,
  textLanguage,
  reader,
  say,
}: {
  line: readonly ReleaseHead[]
  from: string
  to: string
  textLanguage: Language
  reader: Language
  say: Translator
}) {
  const options = line
    .filter(({ kind }) => kind === 'release')
    .toSorted((one, other) => one.seq - other.seq)
    .map((one) => (
      <option key={one.version} value={one.version}>
        {`${one.version}, ${shortDate(one.publishedAt, reader)}`}
        {withdrawalOf(one, line) ? `, ${say('reader.withdrawn-mark')}` : ''}
      </option>
    ))
  return (
    <form className="tools short" method="get" autoComplete="off">
      <input type="hidden" name="lang" value={textLanguage} />
      <div>
        <label htmlFor="changes-from">{say('admin.changes.from')}</label>
        <select id="changes-from" name="from" defaultValue={from} key={`from ${from}`}>
          {options}
        </select>
      </div>
      <div>
        <label htmlFor="changes-to">{say('admin.changes.to')}</label>
        <select id="changes-to" name="to" defaultValue={to} key={`to ${to}`}>
          {options}
        </select>
      </div>
      <button type="submit" className="btn second">
        {say('history.compare')}
      </button>
    </form>
  )
}
