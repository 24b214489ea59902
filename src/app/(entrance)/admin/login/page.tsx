import config from '@payload-config'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getPayload } from 'payload'
import { getSafeRedirect } from 'payload/shared'
import { entranceSay, hasAccounts } from '@/admin/account/entrance'
import { SignIn } from '@/admin/account/SignIn'
import { queryOf } from '@/admin/frame/visitor'
import { PASSWORD_CHOSEN } from '@/admin/words/addresses'

type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The sign-in page. A person who is signed in goes on to the requested page. */
export default async function SignInPage({ searchParams }: Asked) {
  const [payload, asked, query] = await Promise.all([getPayload({ config }), headers(), searchParams])
  // Only addresses of this site: a link must not lead through the sign-in to another site.
  const next = getSafeRedirect({ fallbackTo: '/admin', redirectTo: queryOf({ searchParams: query }, 'redirect') })
  const { user } = await payload.auth({ headers: asked })
  if (user) redirect(next)
  if (!(await hasAccounts(payload))) redirect('/admin/create-first-user')
  const hasChosen = queryOf({ searchParams: query }, PASSWORD_CHOSEN) !== ''
  return <SignIn {...(await entranceSay())} next={next} hasChosen={hasChosen} />
}
