import type { ReactNode } from 'react'
import type { Language } from '@/domain/language'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import { ChangeStatus } from '../changes/ChangeStatus'
import { firstSentence } from '../changes/firstSentence'
import { updateAddress } from '../words/addresses'
import { LocalTime } from '../words/LocalTime.client'
import { Pill } from '../words/Status'
import { AskedMark } from './AskedMark'
import type { UpdateRow } from './updateRows'

/**
 * One update: its section, what happened to it, the first sentence of the coordinator's note, and how many there are
 * besides, the last day of a pause, that the person began to decide, the last day for a decision, and the link to the place where it is decided.
 */
export function UpdateLine({
  row,
  variant,
  mark,
  source,
  language,
  say,
  children,
}: {
  row: UpdateRow
  variant: string
  /** In the first column; if absent, how much the change matters and what happened to the section. */
  mark?: ReactNode
  /** The language of the notes. */
  source: Language
  language: Language
  say: Translator
  /** Below the note. */
  children?: ReactNode
}) {
  const { asked, became, typedAt, decideBy, key, lateBy, note, noteAbout, number, pausedUntil, status, title } = row
  const href = updateAddress({ variant, key })
  const lang = title.language === language ? undefined : title.language
  const what = <ChangeStatus of={note?.class ?? null} became={became} say={say} />
  return (
    <li>
      <div className="marks">
        {asked ? <AskedMark state={asked} say={say} /> : null}
        {mark ?? what}
      </div>
      <div>
        <h3>
          <a href={href}>
            {number ? `${number} ` : null}
            <span lang={lang}>{title.text}</span>
          </a>
        </h3>
        {mark ? <p className="row muted">{what}</p> : null}
        {note?.note ? (
          <p className="muted">
            {noteAbout ? (
              <>
                <span lang={noteAbout.language === language ? undefined : noteAbout.language}>{noteAbout.text}</span>
                {say('words.colon')}
              </>
            ) : null}
            <span lang={source === language ? undefined : source}>{firstSentence(note.note, source)}</span>
            {note.more > 0 ? ` ${say('admin.updates.more-notes', { count: note.more })}` : null}
          </p>
        ) : null}
        {pausedUntil ? (
          <p>{`${say('updates.pause.until')}${say('words.colon')}${longDate(pausedUntil, language)}`}</p>
        ) : null}
        {typedAt ? (
          <p className="muted">
            {say('admin.updates.typed')} <LocalTime at={typedAt} language={language} />
          </p>
        ) : null}
        {children}
      </div>
      <Due day={decideBy} lateBy={lateBy} language={language} say={say} />
      <a className="btn second sm" href={href}>
        {say(typedAt ? 'admin.updates.do.begun' : `admin.updates.do.${asked === 'answered' ? asked : status}`)}
        <span className="vh">
          : {number} <span lang={lang}>{title.text}</span>
        </span>
      </a>
    </li>
  )
}

function Due({
  day,
  lateBy,
  language,
  say,
}: {
  day: string | null
  lateBy: number
  language: Language
  say: Translator
}) {
  if (!day) return <div />
  return (
    <div>
      {lateBy > 0 ? (
        <p>
          <Pill tone="late">{say('admin.updates.late', { count: lateBy })}</Pill>
        </p>
      ) : null}
      <p className={lateBy > 0 ? 'sub' : undefined}>{say('admin.updates.due', { date: longDate(day, language) })}</p>
    </div>
  )
}
