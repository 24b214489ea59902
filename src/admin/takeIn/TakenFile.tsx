import { useRef } from 'react'
import type { Language } from '@/domain/language'
import type { GivenAnswer, GivenAnswers } from '@/domain/merge/merge'
import type { Translator } from '@/messages/translate'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import type { TypedWords } from '../importing/Decisions'
import { Comments } from './Comments'
import { SectionLinks } from './SectionLinks'
import { TakenSection } from './TakenSection'
import type { ShownFile } from './takenAnswer'
import type { TakenChoice, TakenChoices } from './takenChoices'
import { UnknownTexts } from './UnknownTexts'

/** What the file changes, section by section, and what is not taken over. */
export function TakenFile({
  preview,
  choices,
  onChoose,
  ...given
}: {
  preview: ShownFile
  variant: string
  answers: GivenAnswers
  choices: TakenChoices
  asksReasons: boolean
  isRunning: boolean
  pageLanguage: Language
  t: Translator
  onAnswer: (id: string, answer: GivenAnswer | null) => void
  onChoose: (key: string, choice: TakenChoice) => void
}) {
  const { comments, language, missing, newPictures, notes, sections, unknown } = preview
  const { t } = given
  /** Own words as they are in their fields, whatever was already sent. */
  const typed = useRef<Record<string, string>>({})
  const ownWords: TypedWords = {
    of: (id) => typed.current[id],
    type: (id, text) => {
      typed.current[id] = text
    },
  }
  const names = new Map(sections.map(({ key, number, title }) => [key, `${number} ${title}`]))
  const isShown = (key: string | null) => sections.some((section) => section.key === key)
  return (
    <>
      {sections.length > 0 ? <DifferenceLegend t={t} /> : null}
      {sections.map((section) => (
        <TakenSection
          key={section.key}
          {...{ ...given, section, names, language, ownWords }}
          choice={choices[section.key] ?? {}}
          comments={comments.filter(({ key }) => key === section.key)}
          onChoose={(choice) => onChoose(section.key, choice)}
        />
      ))}
      <Comments comments={comments.filter(({ key }) => !isShown(key))} language={language} t={t} />
      <UnknownTexts {...{ unknown, language, pageLanguage: given.pageLanguage, t }} />
      {missing.length > 0 ? (
        <section className="panel wash stack" aria-labelledby="word-missing">
          <h3 id="word-missing">{t('editor.word.missing')}</h3>
          <p className="muted">{t('editor.word.missing-lead')}</p>
          <SectionLinks sections={missing} variant={given.variant} language={language} />
        </section>
      ) : null}
      <Sentences id="word-notes" title={t('editor.word.notes')}>
        {[...newPictures.map((one) => t('editor.word.new-pictures', one)), ...notes]}
      </Sentences>
    </>
  )
}

function Sentences({ id, title, children }: { id: string; title: string; children: string[] }) {
  if (children.length === 0) return null
  return (
    <section className="panel wash stack" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>
        {[...new Set(children)].map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  )
}
