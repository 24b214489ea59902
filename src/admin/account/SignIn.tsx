import type { Language } from '@/domain/language'
import { SignIcon } from '@/icons/SignIcon'
import type { Translator } from '@/messages/translate'
import { actionWords } from '../actionWords'
import { FORGOTTEN } from '../words/addresses'
import { Plain } from './Plain'
import { RouteForm } from './RouteForm.client'

/** The sign-in, which leads on to `next`. `hasChosen`: the person has just chosen a password by a link. */
export function SignIn({
  next,
  hasChosen,
  language,
  say,
}: {
  next: string
  hasChosen: boolean
  language: Language
  say: Translator
}) {
  return (
    <Plain title={say('account.sign-in.title')} language={language}>
      {hasChosen ? (
        <p className="st">
          <SignIcon sign="tick" />
          <span>{say('account.choose.done')}</span>
        </p>
      ) : null}
      <noscript>
        <p>{say('account.sign-in.script')}</p>
      </noscript>
      <RouteForm
        path="/api/users/login"
        label={say('account.sign-in.do')}
        next={next}
        mustChange="/admin/account"
        words={{
          ...actionWords(say),
          running: say('account.sign-in.running'),
          problem: say('account.sign-in.problem'),
        }}
      >
        <div className="field">
          <label htmlFor="email">{say('account.sign-in.email')}</label>
          <input type="email" id="email" name="email" autoComplete="username" required />
        </div>
        <div className="field">
          <label htmlFor="password">{say('account.sign-in.password')}</label>
          <input type="password" id="password" name="password" autoComplete="current-password" required />
        </div>
      </RouteForm>
      <p>
        <a href={FORGOTTEN}>{say('account.sign-in.forgotten')}</a>
      </p>
      <p>
        <a href="/">{say('account.sign-in.read')}</a>
      </p>
    </Plain>
  )
}
