import type { WordsRead } from '@/domain/became'
import { languagesRead } from '@/domain/comparedSections'
import type { Language } from '@/domain/language'
import { type OwnField, ownFields } from '@/domain/section'
import type { Translator } from '@/messages/translate'
import { WholeText } from '../editor/WholeText'
import { StandInNote } from '../words/StandInNote'

/** What readers get of a section, in a fold and without marks: each field in the language in which they get it. */
export function UnmarkedText({
  words,
  summary,
  textLanguage,
  idPrefix,
  say,
}: {
  words: WordsRead
  /** What the text is. */
  summary: string
  textLanguage: Language
  idPrefix: string
  say: Translator
}) {
  const inLanguage = <Field extends OwnField>(name: Field) => {
    const said = words[name]
    return said ? { [said.language]: said.value } : {}
  }
  const texts = ownFields({ text: inLanguage, richText: inLanguage })
  return (
    <details className="disclose">
      <summary>{summary}</summary>
      <div className="text">
        {languagesRead(words).map((language) => (
          <div key={language} className="stack">
            {language === textLanguage ? null : <StandInNote language={textLanguage} other={language} say={say} />}
            <WholeText
              content={texts}
              language={language}
              idPrefix={`${idPrefix}-${language}-`}
              additionAt={words.additionAt}
            />
          </div>
        ))}
      </div>
    </details>
  )
}
