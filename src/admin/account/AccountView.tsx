import { LOOK_COOKIE } from '@/accounts/cookieNames'
import { cookieIn } from '@/accounts/cookies'
import { sessionIdOf } from '@/accounts/sessionStrategy'
import { sessionsOfPerson } from '@/accounts/sessions'
import { longDate } from '@/messages/dates'
import { actionWords } from '../actionWords'
import { Frame } from '../frame/Frame'
import { isLook } from '../frame/look'
import { signedInOf, type ViewProps } from '../frame/visitor'
import { AddressForm } from './AddressForm'
import { LookChoice } from './LookChoice.client'
import { PasswordForm } from './PasswordForm'
import { PersonForm } from './PersonForm'
import { SessionTable } from './SessionTable'

/**
 * One's own account. It is open to everybody who is signed in, even without a role: a person whose password somebody else
 * has set has none, and only sees here how to choose their own.
 */
export async function AccountView(view: ViewProps) {
  const visitor = await signedInOf(view)
  const { actor, language, req, say } = visitor
  const { payload } = req
  const words = actionWords(say)
  const stored = await payload.findByID({ collection: 'users', id: actor.userId, depth: 0, overrideAccess: false, req })
  if (actor.passwordMustChange)
    return (
      <Frame title={say('account.must.title')} lead={say('account.must.text')} visitor={visitor}>
        <PasswordForm email={stored.email} words={words} say={say} next="/admin" />
      </Frame>
    )
  const look = cookieIn(req.headers, LOOK_COOKIE)
  const sessions = await sessionsOfPerson({ payload, user: actor.userId, now: new Date() })
  return (
    <Frame title={say('account.title')} visitor={visitor}>
      {actor.passwordSet ? (
        <p className="hint">{say('account.set-by-other', { when: longDate(actor.passwordSet.at, language) })}</p>
      ) : null}
      <div className="tk-panels">
        <PersonForm person={stored} words={words} say={say} />
        <AddressForm person={stored} words={words} say={say} />
        <PasswordForm email={stored.email} words={words} say={say} />
        <SessionTable sessions={sessions} current={sessionIdOf(req.user)} language={language} words={words} say={say} />
        <LookChoice
          title={say('account.look.title')}
          chosen={isLook(look) ? look : 'auto'}
          choices={[
            { value: 'auto', label: say('account.look.auto') },
            { value: 'light', label: say('account.look.light') },
            { value: 'dark', label: say('account.look.dark') },
          ]}
        />
      </div>
    </Frame>
  )
}
