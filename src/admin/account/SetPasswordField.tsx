import type { UIFieldServerProps } from 'payload'
import { actorOf } from '@/access/actorOf'
import { languageOf } from '@/access/languageOf'
import { hasRoleEverywhere } from '@/domain/actor'
import { sendsMail } from '@/mail/mailSettings'
import { translatorFor } from '@/messages/translate'
import { actionWords } from '../actionWords'
import { MadeFor } from '../frame/MadeFor.client'
import { SendLink } from './SendLink.client'
import { SetPassword } from './SetPassword.client'

/** On a person's page: an administrator gives them a new password, or has a link sent to them. Payload renders it among the fields. */
export async function SetPasswordField({ data, id, req }: UIFieldServerProps) {
  const actor = await actorOf(req)
  if (!actor || !hasRoleEverywhere(actor, ['admin'])) return null
  const language = languageOf(req)
  const say = translatorFor(language)
  const person = id === undefined ? '' : String(id)
  return (
    <MadeFor as="div" className="tk tk-set-password" person={actor.userId} language={language}>
      <h3>{say('account.set.title')}</h3>
      {person === '' ? <p>{say(sendsMail() ? 'account.link.first' : 'account.set.first')}</p> : null}
      {person === actor.userId ? (
        <p>
          <a href="/admin/account">{say('account.set.own')}</a>
        </p>
      ) : null}
      {person !== '' && person !== actor.userId ? (
        <SetPassword
          user={person}
          words={{
            ...actionWords(say),
            text: say('account.set.text'),
            set: say('account.set.do'),
            sure: say('account.set.sure', { name: String(data?.name ?? '') }),
            yes: say('account.set.yes'),
            no: say('account.set.no'),
            made: say('account.set.done'),
          }}
        />
      ) : null}
      {person !== '' && person !== actor.userId && sendsMail() ? (
        <SendLink
          user={person}
          words={{
            ...actionWords(say),
            text: say('account.link.text'),
            send: say('account.link.do'),
            done: say('account.link.done'),
          }}
        />
      ) : null}
    </MadeFor>
  )
}
