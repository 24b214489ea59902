import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import type { ShownPreview } from './importAnswer'
import type { Answered } from './sendDocument'
import { TakeBack } from './TakeBack'

/** Sections that the document does not have: for each whether it goes or stays. */
export function GoneSections({
  preview: { gone, existing, asksAboutGone, sections },
  isAllowed,
  resolutions,
  t,
  onAnswer,
  onPair,
  onAllow,
}: {
  preview: ShownPreview
  isAllowed: boolean
  resolutions: Record<string, Answered>
  t: Translator
  onAnswer: (id: string, answer: Answered | null) => void
  onPair: (index: number, key: string) => void
  onAllow: (isAllowed: boolean) => void
}) {
  if (gone.length === 0) return null
  const going = gone.filter(({ goes }) => goes).length
  return (
    <section className="warn stack" id="gone" aria-labelledby="gone-title">
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
          {gone.map(({ key, id, title, words, edited, goes, isAsked, perhaps }) => {
            const likely = perhaps && sections[perhaps.index]
            const chosen = resolutions[id] ?? (isAsked ? undefined : goes ? 'theirs' : 'ours')
            return (
              <tr key={key} id={`decide-${id}`}>
                <th scope="row">
                  {title} <span className="muted">{t('editor.import.words', { count: words })}</span>
                  {likely ? (
                    <p className="xs">
                      {t('editor.import.perhaps', {
                        number: likely.number,
                        title: likely.title,
                        alike: perhaps.alike,
                      })}{' '}
                      <button type="button" className="link" onClick={() => onPair(perhaps.index, key)}>
                        {t('editor.import.pair-do')}
                      </button>
                    </p>
                  ) : null}
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
                    {resolutions[id] === undefined ? null : <TakeBack t={t} onTakeBack={() => onAnswer(id, null)} />}
                  </fieldset>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {asksAboutGone ? (
        <label className="tick-label">
          <input type="checkbox" checked={isAllowed} onChange={(event) => onAllow(event.target.checked)} />{' '}
          {t('editor.import.allow-gone', { count: going, all: existing })}
        </label>
      ) : null}
    </section>
  )
}
