import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { actorOf } from '@/access/actorOf'
import { languageOf } from '@/access/languageOf'
import { translatorFor } from '@/messages/translate'
import { Plain } from './Plain'

/** The page for a person who is signed in but may not open what they requested. */
export async function NoRoleView({ initPageResult }: AdminViewServerProps) {
  const { permissions, req } = initPageResult
  const actor = await actorOf(req)
  if (!req.user || !actor) redirect('/admin/login')
  if (actor.passwordMustChange) redirect('/admin/account')
  const language = languageOf(req)
  const say = translatorFor(language)
  return (
    <Plain title={say('account.no-role.title')} language={language}>
      <p>{say('account.no-role.text', { email: req.user.email })}</p>
      {permissions.canAccessAdmin ? (
        <p>
          <a href="/admin">{say('admin.plain.back')}</a>
        </p>
      ) : null}
      <p>
        <a href="/admin/account">{say('account.title')}</a>
      </p>
      <p>
        <a href="/admin/logout">{say('account.sign-out')}</a>
      </p>
    </Plain>
  )
}
