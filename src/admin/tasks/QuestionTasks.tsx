import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import type { Country } from '@/stored/countries'
import type { OpenQuestion } from '@/stored/openQuestions'
import { AskedMark } from '../updates/AskedMark'
import { updateAddress } from '../words/addresses'
import { countryName } from '../words/countryName'
import { textIn } from '../words/titles'
import { Line } from './Line'

/** The questions that a coordinator has to answer, each with the way to the update that it is about. */
export function QuestionTasks({
  questions,
  countries,
  language,
  say,
}: {
  questions: readonly OpenQuestion[]
  countries: Country[]
  language: Language
  say: Translator
}) {
  return (
    <ul className="tasks three">
      {questions.map(({ question: { id, country: code, key, text, variant }, number, title }) => {
        const { text: named } = textIn({ given: title, languages: [language], otherwise: key })
        const country = countryName({ code, countries, language })
        return (
          <Line
            key={id}
            status={<AskedMark state="open" say={say} />}
            title={say('updates.asked.about', { country, section: `${number} ${named}`.trim() })}
            href={`${updateAddress({ variant, key })}#questions`}
            verb={say('admin.task.do.answer')}
          >
            <p className="said asked-words">{text}</p>
          </Line>
        )
      })}
    </ul>
  )
}
