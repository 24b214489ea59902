import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { getSafeRedirect } from 'payload/shared'
import { languageOf } from '@/access/languageOf'
import { translatorFor } from '@/messages/translate'
import { actionWords } from '../actionWords'
import { queryOf } from '../frame/visitor'
import { Plain } from './Plain'
import { RouteForm } from './RouteForm.client'

/** The sign-in page. A person who is signed in goes on to the requested page. */
export function SignInView({ initPageResult, searchParams }: AdminViewServerProps) {
  const { req } = initPageResult
  // Only addresses of this site: a link must not lead through the sign-in to another site.
  const next = getSafeRedirect({ fallbackTo: '/admin', redirectTo: queryOf({ searchParams }, 'redirect') })
  if (req.user) redirect(next)
  const language = languageOf(req)
  const say = translatorFor(language)
  return (
    <Plain title={say('account.sign-in.title')} language={language}>
      {queryOf({ searchParams }, 'signed-out') === 'kept' ? (
        <p className="panel field" role="status">
          {say('account.sign-in.signed-out')}
        </p>
      ) : null}
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
        <a href="/admin/forgot">{say('account.sign-in.forgotten')}</a>
      </p>
      <p>
        <a href="/">{say('account.sign-in.read')}</a>
      </p>
    </Plain>
  )
}
