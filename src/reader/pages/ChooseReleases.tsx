import { shortDate } from '@/messages/dates'
import { translatorFor } from '@/messages/translate'
import type { ReleaseHead } from '@/stored/release'
import { newestPath, type VersionView } from '../versionView'

/** Chooses the two releases to compare: a form without a script, which only changes the address. */
export function ChooseReleases({
  version,
  earlier,
  choices,
}: {
  version: VersionView
  earlier: ReleaseHead
  /** Oldest first. */
  choices: readonly ReleaseHead[]
}) {
  const { language, release } = version
  const say = translatorFor(language)
  const optionsOf = (some: readonly ReleaseHead[]) =>
    some.map((one) => (
      <option key={one.version} value={one.version}>
        {`${one.version}, ${shortDate(one.publishedAt, language)}`}
      </option>
    ))
  // The page is in the language of the later one.
  const later = choices.filter(({ languages }) => languages.includes(language))
  // A withdrawn release is not offered: then the last two are chosen.
  const chosen = (one: ReleaseHead, otherwise: ReleaseHead | undefined) =>
    (choices.includes(one) ? one : otherwise)?.version
  return (
    <form action={newestPath(version)} method="get" className="box fields no-print">
      <div>
        <label htmlFor="from">{say('reader.changes-from')}</label>
        <select id="from" name="from" defaultValue={chosen(earlier, choices.at(-2))}>
          {optionsOf(choices)}
        </select>
      </div>
      <div>
        <label htmlFor="to">{say('reader.changes-to')}</label>
        <select id="to" name="to" defaultValue={chosen(release, later.at(-1))}>
          {optionsOf(later)}
        </select>
      </div>
      <button className="btn second" type="submit">
        {say('reader.changes-show')}
      </button>
    </form>
  )
}
