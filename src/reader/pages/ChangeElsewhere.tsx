import type { Language } from '@/domain/language'
import { translatorFor } from '@/messages/translate'
import type { ChangedSection, ReleaseSpan } from '../changesView'
import { SaidWords } from '../frame/SaidWords'
import { changesPath, type VersionView } from '../versionView'

/** That something changed in another language, and not in the one of the page. */
export function sayElsewhere({ version: { language }, other }: { version: VersionView; other: Language }): string {
  const say = translatorFor(language)
  return say('reader.changes-elsewhere', {
    other: say(`words.language.${other}`),
    language: say(`words.language.${language}`),
  })
}

/** The link to what changed in a section in another language than that of the page. */
export function ChangeElsewhere({
  span: { version, earlier },
  section: { here },
  other,
}: {
  span: ReleaseSpan
  section: ChangedSection
  other: Language
}) {
  const say = translatorFor(version.language)
  const there = { ...version, address: { ...version.address, language: other } }
  return (
    <a href={changesPath(there, earlier, here.slug)} hrefLang={other}>
      {say('reader.changes-elsewhere-link', { language: say(`words.language.${other}`) })}
      <span className="vh">
        : {here.number} <SaidWords said={here.title} />
      </span>
    </a>
  )
}
