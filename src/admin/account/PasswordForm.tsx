import type { Translator } from '@/messages/translate'
import type { ActionWords } from '../actionWords'
import { NewPasswordField } from './NewPasswordField'
import { RouteForm } from './RouteForm.client'

/** Changes one's own password. `next`: the page afterwards. */
export function PasswordForm({
  email,
  words,
  say,
  next,
}: {
  email: string
  words: ActionWords
  say: Translator
  next?: string
}) {
  return (
    <section className="panel stack" aria-labelledby="password-h">
      <h2 id="password-h">{say('account.password.title')}</h2>
      <RouteForm
        path="/api/account/password"
        label={say('account.password.do')}
        words={words}
        {...(next ? { next } : {})}
      >
        {/* For password managers: which account the new password is for. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <div className="field">
          <label htmlFor="password-current">{say('account.password.current')}</label>
          <input type="password" id="password-current" name="current" autoComplete="current-password" required />
        </div>
        <NewPasswordField say={say} />
      </RouteForm>
    </section>
  )
}
