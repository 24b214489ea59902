import { LINK_HOURS } from '@/accounts/passwordLinks'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { actionWords } from '../actionWords'
import { SIGN_IN } from '../words/addresses'
import { Plain } from './Plain'
import { RouteForm } from './RouteForm.client'

type Given = { language: Language; say: Translator }

/**
 * How a person who has forgotten the password gets a new one: by a link that is sent to their address, or, if nothing is sent here,
 * from an administrator. Neither reveals anything about accounts.
 */
export function Forgotten({ sendsMail, language, say }: Given & { sendsMail: boolean }) {
  return (
    <Plain title={say('account.forgotten.title')} language={language}>
      {sendsMail ? <AskForLink say={say} /> : <WhoHelps say={say} />}
      <p>
        <a href={SIGN_IN}>{say('account.forgotten.back')}</a>
      </p>
    </Plain>
  )
}

function AskForLink({ say }: Pick<Given, 'say'>) {
  const words = { ...actionWords(say), done: say('account.forgotten.sent', { hours: LINK_HOURS.reset }) }
  return (
    <>
      <p>{say('account.forgotten.ask')}</p>
      <noscript>
        <p>{say('account.sign-in.script')}</p>
      </noscript>
      <RouteForm path="/api/users/forgot-password" label={say('account.forgotten.do')} words={words}>
        <div className="field">
          <label htmlFor="email">{say('account.sign-in.email')}</label>
          <input type="email" id="email" name="email" autoComplete="username" required />
        </div>
      </RouteForm>
      <p>{say('account.forgotten.nothing')}</p>
    </>
  )
}

function WhoHelps({ say }: Pick<Given, 'say'>) {
  return (
    <>
      <p>{say('account.forgotten.text')}</p>
      <p>{say('account.forgotten.then')}</p>
    </>
  )
}
