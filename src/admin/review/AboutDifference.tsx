import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { Words } from '@/textView/Words'
import { languageName } from '../words/languageName'
import type { ComparedAbout } from './comparedAbout'

/**
 * The changes in what pages will say about the toolkit and the country, with the differing words; nothing if all is the
 * same.
 */
export function AboutDifference({
  changes,
  of,
  level,
  reader,
  say,
}: {
  changes: readonly ComparedAbout[]
  /** Whose pages: those of the common framework mention no country. */
  of: 'common' | 'country'
  level: 'h2' | 'h4'
  reader: Language
  say: Translator
}) {
  if (changes.length === 0) return null
  const Heading = level
  return (
    // The review shows it once as a separate part, and once in the confirmation before publishing.
    <section className="stack" aria-labelledby={`about-${level}`}>
      <Heading id={`about-${level}`}>
        {say(of === 'common' ? 'admin.about.heading-common' : 'admin.about.heading')}
      </Heading>
      <ul className="plain-list diff">
        {changes.map((change) => (
          <li key={change.kind === 'words' ? `${change.field}-${change.language}` : change.kind}>
            <Change change={change} reader={reader} say={say} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Change({ change, reader, say }: { change: ComparedAbout; reader: Language; say: Translator }) {
  switch (change.kind) {
    case 'words': {
      const { field, language, segments } = change
      const options = { t: say, ...(language === reader ? {} : { wordsLang: reader }) }
      return (
        <>
          <span className="muted">{say(`admin.about.${field}`, { language: languageName(say, language) })}</span>{' '}
          <span lang={language === reader ? undefined : language}>
            <Words segments={segments} options={options} />
          </span>
        </>
      )
    }
    case 'sample':
      return say(change.after ? 'admin.about.sample' : 'admin.about.no-sample')
    case 'source-language': {
      const [before, after] = [languageName(say, change.before), languageName(say, change.after)]
      return say('admin.about.source-language', { before, after })
    }
    default: {
      const unknown: never = change
      throw new Error(`AboutDifference: unknown change ${JSON.stringify(unknown)}`)
    }
  }
}
