import type { Translator } from '@/messages/translate'
import type { User } from '@/payload-types'
import type { ActionWords } from '../actionWords'
import { RouteForm } from './RouteForm.client'

/** Changes one's own e-mail address, with the current password. */
export function AddressForm({ person, words, say }: { person: User; words: ActionWords; say: Translator }) {
  return (
    <section className="panel stack" aria-labelledby="address-h">
      <h2 id="address-h">{say('account.address.title')}</h2>
      <p>{say('account.address.now', { email: person.email })}</p>
      <RouteForm
        path="/api/account/address"
        fixed={{ seen: person.rev ?? 0 }}
        label={say('account.address.do')}
        words={words}
        look="second"
      >
        <div className="field">
          <label htmlFor="address-email">{say('account.address.email')}</label>
          <input type="email" id="address-email" name="email" autoComplete="email" maxLength={254} required />
        </div>
        <div className="field">
          <label htmlFor="address-current">{say('account.password.current')}</label>
          <input type="password" id="address-current" name="current" autoComplete="current-password" required />
        </div>
      </RouteForm>
    </section>
  )
}
