import type { ReactNode } from 'react'
import { CHANGE_CLASSES, isDay, MOST_NOTE_CHARACTERS, needsDate, noteField } from '@/domain/changeNote'
import type { Language } from '@/domain/language'
import { ChangeClassIcon } from '@/icons/ChangeClassIcon'
import { longDate } from '@/messages/dates'
import type { NoteValues } from './notesWork'
import { DAY, type NoteWords, SECTION } from './noteWords'
import { Theirs } from './Theirs'

type Changes = Partial<Pick<NoteValues, 'note' | 'class' | 'date'>>

/**
 * The note on one section, its class and the last day for decisions, beside the difference. The day is the browser's own
 * field for dates: it accepts the order of day and month that the person is used to, and always means the same day;
 * below it the day is in words.
 */
export function NoteFields({
  section,
  heading,
  values,
  isOld,
  isFitting,
  theirs,
  today,
  language,
  words,
  difference,
  same,
  onChange,
  onFits,
  onDecide,
  onSame,
}: {
  /** The key of the section. */
  section: string
  heading: string
  values: NoteValues
  /** Did the text change after the note was saved? */
  isOld: boolean
  /** Is the note said to be about the text that is shown? */
  isFitting: boolean
  theirs: NoteValues | null
  today: string
  language: Language
  words: NoteWords
  difference: ReactNode
  /** The section whose note can be taken over; null if none. */
  same: string | null
  onChange: (changes: Changes) => void
  onFits: (fits: boolean) => void
  onDecide: (choice: 'mine' | 'theirs') => void
  onSame: () => void
}) {
  const id = (name: string) => `${name}-${section}`
  return (
    <div className="cols rel">
      <div>
        {difference}
        {theirs ? (
          <Theirs spoken={heading} words={words} onDecide={onDecide}>
            <p className="typed-text">{theirs.note || words.theirsNothing}</p>
            <p>
              {theirs.class ? words.classes[theirs.class].word : words.noClass}
              {theirs.date ? ` · ${longDate(theirs.date, language)}` : null}
            </p>
          </Theirs>
        ) : null}
        <div className="field">
          <label htmlFor={id('note')}>
            {words.note}
            <span className="vh">: {heading}</span>
          </label>
          <p className="hint" id={id('note-hint')}>
            {words.noteHint}
          </p>
          {isOld ? (
            <div className="warn old" id={id('old')}>
              <p>{words.old}</p>
              <label>
                <input type="checkbox" checked={isFitting} onChange={({ target }) => onFits(target.checked)} />{' '}
                {words.fits}
              </label>
            </div>
          ) : null}
          <textarea
            id={id('note')}
            name={noteField('note', section)}
            value={values.note}
            rows={3}
            maxLength={MOST_NOTE_CHARACTERS}
            aria-describedby={isOld ? `${id('note-hint')} ${id('old')}` : id('note-hint')}
            onChange={({ target }) => onChange({ note: target.value })}
          />
          {same === null ? null : (
            <button type="button" className="btn quiet sm" onClick={onSame}>
              {words.same.replaceAll(SECTION, () => same)}
              <span className="vh">: {heading}</span>
            </button>
          )}
        </div>
      </div>
      <div>
        <fieldset>
          <legend>
            {words.class}
            <span className="vh">: {heading}</span>
          </legend>
          <div className="levels kinds">
            {CHANGE_CLASSES.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name={noteField('class', section)}
                  value={one}
                  checked={values.class === one}
                  onChange={() => onChange({ class: one })}
                />
                <span className="kind">
                  <ChangeClassIcon of={one} />
                  {words.classes[one].word}
                </span>
                <span className="hint">{words.classes[one].meaning}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {values.class === 'editorial' ? (
          <p className="muted no-date">{words.dateNone}</p>
        ) : (
          <DateField {...{ section, heading, values, today, language, words }} onChange={onChange} />
        )}
      </div>
    </div>
  )
}

function DateField({
  section,
  heading,
  values: { class: of, date },
  today,
  language,
  words,
  onChange,
}: {
  section: string
  heading: string
  values: NoteValues
  today: string
  language: Language
  words: NoteWords
  onChange: (changes: Changes) => void
}) {
  const id = `date-${section}`
  const isWrong = date !== '' && (!isDay(date) || date < today)
  return (
    <div className="field date">
      <label htmlFor={id}>
        {words.date}
        <span className="vh">: {heading}</span>
      </label>
      <p className="hint" id={`${id}-hint`}>
        {of === '' ? null : needsDate(of) ? words.dateNeeded : words.dateOptional}
      </p>
      <input
        type="date"
        id={id}
        name={noteField('date', section)}
        value={date}
        min={today}
        max="9999-12-31"
        aria-invalid={isWrong ? true : undefined}
        aria-describedby={`${id}-hint ${id}-words`}
        onChange={({ target }) => onChange({ date: target.value })}
      />
      <p id={`${id}-words`} className={isWrong ? 'field-error' : 'hint'} role="status">
        {date === ''
          ? ''
          : isWrong
            ? words.dateWrong.replaceAll(DAY, () => longDate(date, language))
            : longDate(date, language)}
      </p>
    </div>
  )
}
