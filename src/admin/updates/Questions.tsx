import type { ReactNode } from 'react'
import type { Language } from '@/domain/language'
import { MOST_QUESTION_CHARACTERS, type QuestionState } from '@/domain/updateQuestions'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import type { ReleaseHead } from '@/stored/release'
import type { StoredQuestion } from '@/stored/updateQuestions'
import { ActionButton } from '../ActionButton.client'
import { ActionForm } from '../ActionForm.client'
import { actionWords } from '../actionWords'
import { MessageHeading } from '../MessageHeading.client'
import { updateAddress } from '../words/addresses'
import { AskedMark } from './AskedMark'

/** A question about the update that a screen shows, with what has to happen with it. */
export type ShownQuestion = { question: StoredQuestion; state: QuestionState }

type Given = {
  variant: string
  /** The key of the update. */
  updateKey: string
  /** Nothing is decided during a pause. */
  isPaused: boolean
  userId: string
  language: Language
  say: Translator
}

/** The part of the address that says that a question or an answer was just sent, or an answer marked as read. */
export const JUST_SAID = 'said'

/** What the country asked the coordinator about an update, what was answered, and what the person can do about it. */
export function Questions({
  questions,
  heads,
  can,
  isJustSaid,
  ...given
}: Given & {
  questions: readonly ShownQuestion[]
  /** All publications of the common framework. */
  heads: readonly ReleaseHead[]
  can: 'ask' | 'answer' | 'read'
  isJustSaid: boolean
}) {
  const { say } = given
  const current = questions.filter(({ state }) => state !== 'over')
  const earlier = questions.filter(({ state }) => state === 'over')
  const shown = (some: readonly ShownQuestion[]) =>
    some.map(({ question, state }) => <Question key={question.id} {...{ question, state, heads, can }} {...given} />)
  const about = questions.map(({ question, state }) => `${question.id} ${state}`).join(' ')
  const title = say('updates.asked.title', { count: current.length })
  return (
    <>
      {current.length > 0 ? (
        <section className="panel stack" id="questions" aria-labelledby="questions-h">
          {isJustSaid ? (
            <MessageHeading id="questions-h" about={about}>
              {title}
            </MessageHeading>
          ) : (
            <h2 id="questions-h">{title}</h2>
          )}
          {shown(current)}
        </section>
      ) : null}
      {earlier.length > 0 ? (
        <details className="disclose">
          <summary>{say('updates.asked.earlier', { count: earlier.length })}</summary>
          <div className="stack">{shown(earlier)}</div>
        </details>
      ) : null}
    </>
  )
}

function Question({
  question: { id, answer, as, at, release, text },
  state,
  heads,
  can,
  variant,
  updateKey,
  isPaused,
  userId,
  language,
  say,
}: Given & ShownQuestion & { heads: readonly ReleaseHead[]; can: 'ask' | 'answer' | 'read' }) {
  const version = heads.find((one) => one.id === release)?.version ?? ''
  const role = (of: typeof as) => (of ? say(`words.role.${of}`) : '')
  const next = saidAddress({ variant, key: updateKey })
  return (
    <div className="stack">
      <div>
        <p className="row">
          <AskedMark state={state === 'answered' && can !== 'ask' ? 'not-read' : state} say={say} />
          <span className="muted">
            {say('updates.asked.by', { role: role(as), date: longDate(at, language), version })}
          </span>
        </p>
        <p className="said">{text}</p>
      </div>
      {answer ? (
        <div>
          <p>
            <strong>{say('updates.asked.answer')}</strong>{' '}
            <span className="muted">
              {say('updates.asked.answer-by', { role: role(answer.as), date: longDate(answer.at, language) })}
            </span>
          </p>
          <p className="said">{answer.text}</p>
        </div>
      ) : null}
      {state === 'open' && can === 'answer' ? (
        <WordsForm
          action="answer-question"
          fixed={{ question: id }}
          id={`answer-${id}`}
          place={`answer:${userId}:${id}`}
          of="answer"
          next={next}
          say={say}
        />
      ) : null}
      {state === 'open' && can !== 'answer' ? (
        <p className="muted">{say(isPaused ? 'updates.asked.waits-paused' : 'updates.asked.waits')}</p>
      ) : null}
      {state === 'answered' && can === 'ask' ? (
        <>
          <p className="muted" id={`read-${id}`}>
            {say('updates.asked.until-read')}
          </p>
          <ActionButton
            action="mark-answer-read"
            input={{ question: id }}
            label={say('updates.asked.mark-read')}
            words={actionWords(say)}
            next={next}
            describedBy={`read-${id}`}
            look="second"
          />
        </>
      ) : null}
    </div>
  )
}

/** Where a person who decides for the country asks about the update. */
export function AskCoordinator({ release, variant, updateKey, isPaused, userId, say }: Given & { release: string }) {
  return (
    <section className="panel stack" id="ask" aria-labelledby="ask-h">
      <h2 id="ask-h">{say('updates.ask.title')}</h2>
      <p className="muted">{say(isPaused ? 'updates.ask.what-paused' : 'updates.ask.what')}</p>
      <WordsForm
        action="ask-about-update"
        fixed={{ variant, key: updateKey, release }}
        id="ask-text"
        place={`ask:${userId}:${variant}/${updateKey}`}
        of="ask"
        next={saidAddress({ variant, key: updateKey })}
        say={say}
      />
    </section>
  )
}

/** One field for words, with the button that sends them. What is typed stays until it is sent. */
function WordsForm({
  action,
  fixed,
  id,
  place,
  of,
  next,
  say,
}: {
  action: string
  fixed: Record<string, unknown>
  id: string
  /** Whose words they are, and about what. */
  place: string
  of: 'ask' | 'answer'
  next: string
  say: Translator
}): ReactNode {
  return (
    <ActionForm
      fixed={fixed}
      choices={[{ action, label: say(`updates.${of}.send`), look: 'second' }]}
      words={actionWords(say)}
      next={next}
      kept={{ place, names: ['text'], said: say('updates.ask.kept'), unseen: say('updates.ask.unseen') }}
    >
      <div className="field">
        <label htmlFor={id}>{say(`updates.${of}.label`)}</label>
        <p className="hint" id={`${id}-hint`}>
          {say(`updates.${of}.hint`)}
        </p>
        <textarea id={id} name="text" rows={4} maxLength={MOST_QUESTION_CHARACTERS} aria-describedby={`${id}-hint`} />
      </div>
    </ActionForm>
  )
}

/** The screen of the update after something was said: the focus then goes to the questions. */
function saidAddress(update: { variant: string; key: string }): string {
  return `${updateAddress(update)}?${JUST_SAID}=1`
}
