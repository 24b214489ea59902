import { wholeSection } from '@/domain/importPlan/decision'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import type { ShownGone } from './importAnswer'
import type { Answered } from './sendDocument'

/** Sections that the document does not have: for each whether it goes or stays. */
export function GoneSections({
  gone,
  existing,
  asks,
  isAllowed,
  resolutions,
  t,
  onAnswer,
  onAllow,
}: {
  gone: ShownGone[]
  /** How many sections the toolkit has. */
  existing: number
  /** So many would go that it has to be confirmed. */
  asks: boolean
  isAllowed: boolean
  resolutions: Record<string, Answered>
  t: Translator
  onAnswer: (id: string, answer: Answered) => void
  onAllow: (isAllowed: boolean) => void
}) {
  if (gone.length === 0) return null
  const going = gone.filter(({ goes }) => goes).length
  return (
    <section className="panel warn stack" id="gone" aria-labelledby="gone-title">
      <h3 id="gone-title">
        <SignIcon sign="warning" /> {t('editor.import.gone-count', { count: gone.length, all: existing })}
      </h3>
      <p>{t('editor.import.gone-lead')}</p>
      <table className="fold">
        <thead>
          <tr>
            <th scope="col">{t('editor.import.column.section')}</th>
            <th scope="col">{t('editor.import.column.then')}</th>
          </tr>
        </thead>
        <tbody>
          {gone.map(({ key, title, edited, goes, isAsked }) => {
            const id = wholeSection(key)
            const chosen = resolutions[id] ?? (isAsked ? undefined : goes ? 'theirs' : 'ours')
            return (
              <tr key={key} id={`decide-${id}`}>
                <th scope="row">
                  {title}
                  {edited ? <p className="xs">{t('editor.import.gone-edited')}</p> : null}
                </th>
                <td data-h={t('editor.import.column.then')}>
                  <fieldset className="row">
                    <legend className="vh">{title}</legend>
                    {(['ours', 'theirs'] as const).map((answer) => (
                      <label key={answer}>
                        <input
                          type="radio"
                          name={id}
                          checked={chosen === answer}
                          onChange={() => onAnswer(id, answer)}
                        />{' '}
                        {t(`editor.import.gone.${answer}`)}
                      </label>
                    ))}
                  </fieldset>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {asks ? (
        <label>
          <input type="checkbox" checked={isAllowed} onChange={(event) => onAllow(event.target.checked)} />{' '}
          {t('editor.import.allow-gone', { count: going, all: existing })}
        </label>
      ) : null}
    </section>
  )
}
