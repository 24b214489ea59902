import { MOST_SECTIONS } from '@/domain/importPlan/mostSections'
import type { WhyLeft } from '@/domain/importPlan/whyLeft'
import type { Language } from '@/domain/language'
import type { GivenAnswer, GivenAnswers } from '@/domain/merge/merge'
import { MOST_CHARACTERS, REASONS } from '@/domain/section'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import { SectionDifference } from '@/textView/SectionDifference'
import { Field, fieldAttributes } from '../editor/Field'
import { Decisions, type TypedWords } from '../importing/Decisions'
import { draftPictureAddress, sectionAddress } from '../words/addresses'
import { ReasonOptions } from '../words/ReasonOptions'
import { Comments } from './Comments'
import type { ShownComment, ShownTaken } from './takenAnswer'
import { isLeft, isPossible, type TakenChoice } from './takenChoices'

type Given = {
  section: ShownTaken
  /** What each section of the file is called, by key. */
  names: ReadonlyMap<string, string>
  variant: string
  language: Language
  pageLanguage: Language
  comments: readonly ShownComment[]
  answers: GivenAnswers
  choice: TakenChoice
  /** Did the person want to store it while a reason was missing? */
  asksReasons: boolean
  isRunning: boolean
  ownWords: TypedWords
  t: Translator
  onAnswer: (id: string, answer: GivenAnswer | null) => void
  onChoose: (choice: TakenChoice) => void
}

/** One section that the file changes: the differences, what is to be decided, and whether it is taken over. */
export function TakenSection(given: Given) {
  const { answers, choice, comments, isRunning, language, ownWords, pageLanguage, section, t, variant } = given
  const { change, checks, decisions, key, number, title } = section
  const id = `word-${key}`
  return (
    <section className="panel stack" aria-labelledby={id}>
      <h3 id={id}>
        <a href={sectionAddress({ variant, key, language })} lang={language}>
          {number} {title}
        </a>
      </h3>
      {section.how === 'words' ? <p className="note">{t('editor.word.found-by-content')}</p> : null}
      {section.how === 'unknown-revision' ? <p className="note">{t('editor.word.unknown-revision')}</p> : null}
      {[...new Set(section.kept)].map((heading) => (
        <p key={heading} className="note">
          {t('editor.word.kept', { heading, section: `${number} ${title}` })}
        </p>
      ))}
      <Moved {...given} />
      {section.leftBecause === null ? null : <p className="note">{whyLeft(section, section.leftBecause, t)}</p>}
      {section.isSavedMeanwhile ? <p className="note">{t('editor.word.saved-meanwhile')}</p> : null}
      {change ? (
        <div className="text diff">
          <SectionDifference
            {...{ change, language, pageLanguage, t }}
            headingOffset={2}
            only="changes"
            anchor={`${id}-d`}
            pictureUrl={draftPictureAddress}
          />
        </div>
      ) : null}
      {checks > 0 ? <p>{t('editor.import.checks', { count: checks })}</p> : null}
      <Comments comments={comments} language={language} t={t} />
      <Decisions
        decisions={decisions}
        resolutions={answers}
        isWriting={isRunning}
        ownWords={ownWords}
        t={t}
        onAnswer={given.onAnswer}
      />
      {isPossible(section, answers) ? <TakeOrLeave {...given} /> : null}
      {section.because.length > 0 ? <NotPossible because={section.because} t={t} /> : null}
      {isPossible(section, answers) && section.asksReason && !isLeft(section, choice) ? <WhyFields {...given} /> : null}
    </section>
  )
}

/** Where text of the section went, and from where it came. */
function Moved({ section: { group, moved }, names, t }: Given) {
  const nameOf = (key: string) => ({ section: names.get(key) ?? '' })
  const sentences = [
    ...moved.into.map((key) => t('editor.word.moved-into', nameOf(key))),
    ...moved.from.map((key) => t('editor.word.moved-from', nameOf(key))),
    ...(group === null ? [] : [t('editor.word.moved-together')]),
  ]
  return sentences.length === 0 ? null : <p className="note">{sentences.join(' ')}</p>
}

function whyLeft({ cutBy, guessBehind }: ShownTaken, because: WhyLeft, t: Translator): string {
  return t(`editor.word.left.${because}`, { heading: cutBy ?? guessBehind ?? '', limit: MOST_SECTIONS })
}

function NotPossible({ because, t }: { because: readonly string[]; t: Translator }) {
  return (
    <div className="problem">
      <SignIcon sign="warning" />
      <div>
        <p>
          <strong>{t('editor.word.not-possible')}</strong> {because.join(' ')}
        </p>
      </div>
    </div>
  )
}

function TakeOrLeave({ section, choice, isRunning, t, onChoose }: Given) {
  const options = [
    { leaves: false, label: t('editor.word.take') },
    { leaves: true, label: t('editor.word.leave') },
  ]
  return (
    <fieldset className="stack">
      <legend>{t('editor.word.what')}</legend>
      <div className="opts">
        {options.map(({ label, leaves }) => (
          <label key={label} className="opt">
            <input
              type="radio"
              name={`what-${section.key}`}
              checked={isLeft(section, choice) === leaves}
              aria-disabled={isRunning || undefined}
              onChange={() => onChoose({ isLeft: leaves })}
            />
            <strong>{label}</strong>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Why the text will differ from the common one: readers see it. */
function WhyFields({ section: { key }, choice, asksReasons, language, t, onChoose }: Given) {
  const reason = { id: `reason-${key}`, error: asksReasons && !choice.reason ? t('editor.missing.reason') : undefined }
  return (
    <div className="stack">
      <p>{t('editor.word.becomes-adapted')}</p>
      <div className="cols c2">
        <Field {...reason} label={t('editor.why.reason')} errorMark={t('editor.error')}>
          <select
            {...fieldAttributes(reason)}
            value={choice.reason ?? ''}
            onChange={(event) => onChoose({ reason: REASONS.find((one) => one === event.target.value) ?? '' })}
          >
            <option value="">{t('editor.why.choose')}</option>
            <ReasonOptions t={t} />
          </select>
        </Field>
        <Field
          id={`explanation-${key}`}
          label={t('editor.why.explanation')}
          hint={t('editor.why.explanation-hint')}
          errorMark=""
        >
          <textarea
            id={`explanation-${key}`}
            rows={2}
            lang={language}
            maxLength={MOST_CHARACTERS.explanation}
            value={choice.explanation ?? ''}
            onChange={(event) => onChoose({ explanation: event.target.value })}
          />
        </Field>
      </div>
    </div>
  )
}
