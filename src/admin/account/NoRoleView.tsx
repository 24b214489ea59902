import { redirect } from 'next/navigation'
import { opensAdmin } from '@/access/rules'
import { signedInOf, type ViewProps } from '../frame/visitor'
import { ACCOUNT, SIGN_OUT, TASKS } from '../words/addresses'
import { Plain } from './Plain'

/** The page for a person who is signed in but may not open what they requested. */
export async function NoRoleView(view: ViewProps) {
  const { actor, language, req, say } = await signedInOf({ ...view, address: TASKS })
  if (actor.passwordMustChange) redirect(ACCOUNT)
  return (
    <Plain title={say('account.no-role.title')} language={language}>
      <p>{say('account.no-role.text', { email: req.user?.email ?? '' })}</p>
      {(await opensAdmin({ req })) ? (
        <p>
          <a href={TASKS}>{say('admin.plain.back')}</a>
        </p>
      ) : null}
      <p>
        <a href={ACCOUNT}>{say('account.title')}</a>
      </p>
      <p>
        <a href={SIGN_OUT}>{say('account.sign-out')}</a>
      </p>
    </Plain>
  )
}
