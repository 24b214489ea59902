import type { Language } from '@/domain/language'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import { frameworkSectionAddress } from '../words/addresses'
import type { NamedCountry } from '../words/byCountryName'
import { FoldBody, FoldCell, FoldRow, FoldTable } from '../words/FoldTable'
import type { ShownGone, ShownPreview } from './importAnswer'
import type { Answered } from './sendDocument'
import { TakeBack } from './TakeBack'

type Given = {
  preview: ShownPreview
  /** All countries, in the order of their names. */
  countries: readonly NamedCountry[]
  resolutions: Record<string, Answered>
  /** An import is being saved: choices are disabled. */
  isWriting: boolean
  /** The language of the document. */
  language: Language
  t: Translator
  onAnswer: (id: string, answer: Answered | null) => void
  onAnswerSeveral: (ids: string[], answer: Answered) => void
  onPair: (index: number, key: string) => void
}

/**
 * Sections that the document does not have: for each its place, who uses it, and whether it is removed or stays. If
 * there are many, none is preselected.
 */
export function GoneSections(given: Given) {
  const { preview, resolutions, isWriting, t, onAnswerSeveral } = given
  const { gone, existing, asksAboutGone } = preview
  if (gone.length === 0) return null
  const answers = gone.map((one) => answerFor(one, resolutions))
  const count = (answer: Answered | undefined) => answers.filter((one) => one === answer).length
  const ids = gone.map(({ id }) => id)
  return (
    <section className="warn stack" id="gone" aria-labelledby="gone-title">
      <h3 id="gone-title" tabIndex={-1}>
        <SignIcon sign="warning" /> {t('editor.import.gone-count', { count: gone.length, all: existing })}
      </h3>
      <p>
        {asksAboutGone ? <>{t('editor.import.gone-each')} </> : null}
        {t('editor.import.gone-lead')}
      </p>
      <div className="row end">
        <p>
          <strong>
            {t('editor.import.gone-state', {
              goes: count('theirs'),
              stays: count('ours'),
              open: count(undefined),
            })}
          </strong>
        </p>
        {gone.length > 1 ? (
          <div className="row">
            {(['ours', 'theirs'] as const).map((answer) => (
              <button
                key={answer}
                type="button"
                className="btn second sm"
                aria-disabled={isWriting || undefined}
                onClick={() => onAnswerSeveral(ids, answer)}
              >
                {t(`editor.import.gone-all.${answer}`)}
              </button>
            ))}
          </div>
        ) : null}
      </div>
      <FoldTable
        name={{ labelledBy: 'gone-title' }}
        headings={[t('editor.import.column.section'), t('editor.import.column.then')]}
      >
        <FoldBody>
          {gone.map((one) => (
            <GoneRow key={one.key} {...given} section={one} />
          ))}
        </FoldBody>
      </FoldTable>
    </section>
  )
}

/** The result for it, as far as that was decided or is automatic. */
function answerFor({ id, goes, isAsked }: ShownGone, resolutions: Record<string, Answered>): Answered | undefined {
  return resolutions[id] ?? (isAsked ? undefined : goes ? 'theirs' : 'ours')
}

function GoneRow({
  section,
  preview: { sections, toolkit, versions },
  countries,
  resolutions,
  isWriting,
  language,
  t,
  onAnswer,
  onPair,
}: Given & { section: ShownGone }) {
  const { key, id, number, part, title, words, alsoIn, edited, perhaps } = section
  const likely = perhaps && sections[perhaps.index]
  const chosen = answerFor(section, resolutions)
  const name = `${number} ${title}`.trim()
  return (
    <FoldRow
      id={`decide-${id}`}
      head={
        // One part: on a phone the heading of a row is laid out side by side.
        <div>
          <a href={frameworkSectionAddress({ toolkit, key, language })} target="_blank" rel="noreferrer">
            {name}
          </a>{' '}
          <span className="muted">{t('editor.import.words', { count: words })}</span>
          {part === '' ? null : <p className="xs">{t('editor.import.gone-part', { title: part })}</p>}
          <p className="xs">{sayUses({ section, versions, countries, t })}</p>
          {likely ? (
            <p className="xs">
              {t('editor.import.perhaps', { number: likely.number, title: likely.title, alike: perhaps.alike })}{' '}
              <button
                type="button"
                className="link"
                aria-disabled={isWriting || undefined}
                onClick={() => onPair(perhaps.index, key)}
              >
                {t('editor.import.pair-do')}
              </button>
            </p>
          ) : null}
          {alsoIn.length > 0 ? (
            <p className="xs">{t('editor.import.gone-also-in', { texts: sayTexts(alsoIn, t) })}</p>
          ) : null}
          {edited ? <p className="xs">{t('editor.import.gone-edited')}</p> : null}
        </div>
      }
    >
      <FoldCell heading={t('editor.import.column.then')}>
        <fieldset className="row">
          <legend className="vh">{name}</legend>
          {(['ours', 'theirs'] as const).map((answer) => (
            <label key={answer}>
              <input
                type="radio"
                name={id}
                checked={chosen === answer}
                aria-disabled={isWriting || undefined}
                onChange={() => onAnswer(id, answer)}
              />{' '}
              {t(`editor.import.gone.${answer}`)}
            </label>
          ))}
          {resolutions[id] === undefined ? null : (
            <TakeBack isWriting={isWriting} t={t} onTakeBack={() => onAnswer(id, null)} />
          )}
        </fieldset>
      </FoldCell>
    </FoldRow>
  )
}

function sayTexts(alsoIn: ShownGone['alsoIn'], t: Translator): string {
  return alsoIn
    .map(({ language, words }) => `${t(`words.language.${language}`)} (${t('editor.import.words', { count: words })})`)
    .join(', ')
}

/** The countries that have their own text for it, or do not use it, and the number of those with the common text. */
export function sayUses({
  section,
  versions,
  countries,
  t,
}: {
  section: Pick<ShownGone, 'countries'>
  versions: number
  countries: readonly NamedCountry[]
  t: Translator
}): string {
  const modes = new Map(section.countries.map(({ country, mode }) => [country, mode]))
  const others = (['adapt', 'supplement', 'omit'] as const).flatMap((mode) => {
    const names = countries.filter(({ code }) => modes.get(code) === mode).map(({ name }) => name)
    return names.length === 0 ? [] : [t(`editor.import.used.${mode}`, { countries: names.join(', ') })]
  })
  const common = versions - section.countries.length
  const rest = common > 0 || others.length === 0 ? [t('editor.import.used.common', { count: common })] : []
  return [...others, ...rest].join(' ')
}
