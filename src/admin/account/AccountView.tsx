import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actorOf'
import { languageOf } from '@/access/languageOf'
import { sessionIdOf } from '@/accounts/sessionStrategy'
import { sessionsOfPerson } from '@/accounts/sessions'
import { longDate } from '@/messages/dates'
import { translatorFor } from '@/messages/translate'
import { actionWords } from '../actionWords'
import { Screen } from '../frame/Screen'
import { AddressForm } from './AddressForm'
import { LookChoice } from './LookChoice.client'
import { PasswordForm } from './PasswordForm'
import { PersonForm } from './PersonForm'
import { SessionTable } from './SessionTable'

/**
 * One's own account, inside Payload's frame. It is open to everybody who is signed in, even without a role: a person
 * whose password somebody else has set has none, and only sees here how to choose their own.
 */
export async function AccountView({ initPageResult }: AdminViewServerProps) {
  const { req } = initPageResult
  const actor = await actorOf(req)
  const { payload, user } = req
  if (!actor || !user) redirect('/admin/login?redirect=/admin/account')
  const language = languageOf(req)
  const say = translatorFor(language)
  const words = actionWords(say)
  const shown = { person: actor.userId, language, say }
  if (actor.passwordMustChange)
    return (
      <Screen title={say('account.must.title')} lead={say('account.must.text')} {...shown}>
        <PasswordForm email={user.email} words={words} say={say} next="/admin" />
      </Screen>
    )
  const stored = await payload.findByID({ collection: 'users', id: user.id, depth: 0, overrideAccess: false, req })
  const sessions = await sessionsOfPerson({ payload, user: user.id, now: new Date() })
  return (
    <Screen title={say('account.title')} {...shown}>
      {actor.passwordSet ? (
        <p className="hint">{say('account.set-by-other', { when: longDate(actor.passwordSet.at, language) })}</p>
      ) : null}
      <div className="tk-panels">
        <PersonForm person={stored} words={words} say={say} />
        <AddressForm person={stored} words={words} say={say} />
        <PasswordForm email={user.email} words={words} say={say} />
        <SessionTable sessions={sessions} current={sessionIdOf(user)} language={language} words={words} say={say} />
        <LookChoice
          title={say('account.look.title')}
          choices={[
            { value: 'auto', label: say('account.look.auto') },
            { value: 'light', label: say('account.look.light') },
            { value: 'dark', label: say('account.look.dark') },
          ]}
        />
      </div>
    </Screen>
  )
}
