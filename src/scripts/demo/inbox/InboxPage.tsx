import { LANGUAGES, type Language } from '@/domain/language'
import { linkedText } from '@/domain/linkedText'
import { StandalonePage } from '@/files/StandalonePage'
import { localeOf } from '@/messages/dates'
import { type Translator, translatorFor } from '@/messages/translate'
import { ENDONYMS } from '@/reader/endonyms'
import type { InboxMail } from './inboxMail'

/** The inbox of the sample: the list, one mail, or that it is not there. Mails are shown as text only. */
export function InboxPage({
  mails,
  shown,
  language,
  pathname,
}: {
  mails: readonly InboxMail[]
  /** null for the list. */
  shown: InboxMail | 'gone' | null
  language: Language
  /** Of this page. */
  pathname: string
}) {
  const say = translatorFor(language)
  const inbox = say('mail.inbox.title')
  const title = shown === null || shown === 'gone' ? inbox : subjectOf(shown, say)
  return (
    <StandalonePage language={language} title={title === inbox ? inbox : `${title} · ${inbox}`}>
      <LanguageLinks language={language} pathname={pathname} say={say} />
      {shown === null ? null : (
        <p>
          <a href={`/?lang=${language}`}>{say('mail.inbox.all')}</a>
        </p>
      )}
      <h1>{title}</h1>
      {shown === null || shown === 'gone' ? <p className="note">{say('mail.inbox.lead')}</p> : null}
      {shown === 'gone' ? <p>{say('mail.inbox.gone')}</p> : null}
      {shown === null ? <MailList mails={mails} language={language} say={say} /> : null}
      {shown === null || shown === 'gone' ? null : <OneMail mail={shown} language={language} say={say} />}
    </StandalonePage>
  )
}

type Words = { language: Language; say: Translator }

function LanguageLinks({ language, pathname, say }: Words & { pathname: string }) {
  return (
    <nav aria-label={say('mail.inbox.language')}>
      <ul className="langs">
        {LANGUAGES.map((one) => (
          <li key={one}>
            <a
              href={`${pathname}?lang=${one}`}
              lang={one}
              hrefLang={one}
              aria-current={one === language ? 'true' : undefined}
            >
              {ENDONYMS[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function MailList({ mails, language, say }: Words & { mails: readonly InboxMail[] }) {
  if (mails.length === 0) return <p>{say('mail.inbox.none')}</p>
  return (
    <ol className="stack" style={{ listStyle: 'none', padding: 0 }}>
      {mails.map((mail) => (
        <li key={mail.number} className="box">
          <a href={`/mail/${mail.number}?lang=${language}`}>{subjectOf(mail, say)}</a>
          <p className="meta">
            <span>
              {say('mail.inbox.to')}: {mail.to.join(', ')}
            </span>
            <Arrival mail={mail} language={language} />
          </p>
        </li>
      ))}
    </ol>
  )
}

function OneMail({ mail, language, say }: Words & { mail: InboxMail }) {
  return (
    <article className="stack">
      <dl className="meta">
        {[
          [say('mail.inbox.from'), mail.from],
          [say('mail.inbox.to'), mail.to.join(', ')],
        ].map(([name, value]) => (
          <div key={name}>
            <dt style={{ display: 'inline' }}>{name}: </dt>
            <dd style={{ display: 'inline', margin: 0 }}>{value}</dd>
          </div>
        ))}
        <div>
          <dt style={{ display: 'inline' }}>{say('mail.inbox.at')}: </dt>
          <dd style={{ display: 'inline', margin: 0 }}>
            <Arrival mail={mail} language={language} />
          </dd>
        </div>
      </dl>
      <div className="box" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {linkedText(mail.text).map(({ text, address }, index) =>
          address ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text of a mail never changes.
            <a key={index} href={address}>
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </div>
    </article>
  )
}

function Arrival({ mail: { at }, language }: { mail: InboxMail; language: Language }) {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  return <time dateTime={at.toISOString()}>{format.format(at)}</time>
}

function subjectOf({ subject }: InboxMail, say: Translator): string {
  return subject || say('mail.inbox.no-subject')
}
