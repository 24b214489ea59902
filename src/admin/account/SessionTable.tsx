import type { Session } from '@/accounts/stores'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import type { ActionWords } from '../actionWords'
import { FoldBody, FoldCell, FoldRow, FoldTable } from '../words/FoldTable'
import { LocalTime } from '../words/LocalTime.client'
import { RouteForm } from './RouteForm.client'

/** The browsers in which the person is signed in; each can be signed out here, and all of them at once. */
export function SessionTable({
  sessions,
  current,
  language,
  words,
  say,
}: {
  sessions: Session[]
  current: string | undefined
  language: Language
  words: ActionWords
  say: Translator
}) {
  const heads = {
    browser: say('account.sessions.browser'),
    since: say('account.sessions.since'),
    until: say('account.sessions.until'),
  }
  return (
    <section className="panel stack" aria-labelledby="sessions-h">
      <h2 id="sessions-h">{say('account.sessions.title')}</h2>
      <p>{say('account.sessions.lead')}</p>
      <FoldTable
        name={{ caption: say('account.sessions.title') }}
        headings={[heads.browser, heads.since, heads.until, '']}
      >
        <FoldBody>
          {sessions.map(({ _id: id, agent, createdAt, endsAt }) => (
            <FoldRow
              key={id}
              head={
                <span>
                  {agent || say('account.sessions.unknown')}
                  {id === current ? <> ({say('account.sessions.this')})</> : null}
                </span>
              }
            >
              <FoldCell heading={heads.since}>
                <Moment at={createdAt} language={language} />
              </FoldCell>
              <FoldCell heading={heads.until}>
                <Moment at={endsAt} language={language} />
              </FoldCell>
              <FoldCell heading="" hide={id === current ? 'empty' : undefined}>
                {id === current ? null : (
                  <RouteForm
                    path="/api/account/sign-out"
                    fixed={{ session: id }}
                    label={say('account.sessions.end')}
                    words={words}
                    look="second"
                  />
                )}
              </FoldCell>
            </FoldRow>
          ))}
        </FoldBody>
      </FoldTable>
      <RouteForm
        path="/api/account/sign-out"
        label={say('account.sessions.end-all')}
        words={words}
        look="second"
        next="/admin/login"
      />
    </section>
  )
}

function Moment({ at, language }: { at: Date; language: Language }) {
  return (
    <time dateTime={at.toISOString()}>
      <LocalTime at={at.toISOString()} language={language} />
    </time>
  )
}
