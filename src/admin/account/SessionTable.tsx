import type { Session } from '@/accounts/stores'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import type { ActionWords } from '../actionWords'
import { LocalTime } from '../words/LocalTime.client'
import { RouteForm } from './RouteForm.client'

/** The browsers in which the person is signed in; each can be signed out from here, and all of them at once. */
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
  return (
    <section className="panel stack" aria-labelledby="sessions-h">
      <h2 id="sessions-h">{say('account.sessions.title')}</h2>
      <p>{say('account.sessions.lead')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('account.sessions.browser')}</th>
            <th scope="col">{say('account.sessions.since')}</th>
            <th scope="col">{say('account.sessions.until')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ _id: id, agent, createdAt, endsAt }) => (
            <tr key={id}>
              <th scope="row">
                {agent || say('account.sessions.unknown')}
                {id === current ? <> ({say('account.sessions.this')})</> : null}
              </th>
              <td>
                <time dateTime={createdAt.toISOString()}>
                  <LocalTime at={createdAt.toISOString()} language={language} />
                </time>
              </td>
              <td>
                <time dateTime={endsAt.toISOString()}>
                  <LocalTime at={endsAt.toISOString()} language={language} />
                </time>
              </td>
              <td>
                {id === current ? null : (
                  <RouteForm
                    path="/api/account/sign-out"
                    fixed={{ session: id }}
                    label={say('account.sessions.end')}
                    words={words}
                    look="second"
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
