import type { Language } from '@/domain/language'
import { withdrawalOf } from '@/domain/standing'
import { shortDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import type { ReleaseHead } from '@/stored/release'
import { CompareTwo } from '../words/CompareTwo'

/** Chooses the two releases to compare. */
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
  const releases = line.filter(({ kind }) => kind === 'release').toSorted((one, other) => one.seq - other.seq)
  return (
    <CompareTwo
      name="changes"
      labels={{ from: say('admin.changes.from'), to: say('admin.changes.to') }}
      chosen={{ from, to }}
      hidden={{ lang: textLanguage }}
      isShort
      say={say}
    >
      {releases.map((one) => (
        <option key={one.version} value={one.version}>
          {`${one.version}, ${shortDate(one.publishedAt, reader)}`}
          {withdrawalOf(one, line) ? `, ${say('reader.withdrawn-mark')}` : ''}
        </option>
      ))}
    </CompareTwo>
  )
}
