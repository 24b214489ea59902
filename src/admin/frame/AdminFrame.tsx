import { DefaultTemplate } from '@payloadcms/next/templates'
import { HydrateAuthProvider } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { Screen, type ScreenProps } from './Screen'
import { visitorOf } from './visitor'

/**
 * One of our root views inside the admin's frame. It checks that somebody is signed in; a view that reads anything
 * calls `visitorOf(view)` itself first, and reads with that request.
 *
 *     export async function SectionView(view: AdminViewServerProps) {
 *       const { req, say } = await visitorOf(view)
 *       …
 *       return <AdminFrame view={view} title="…" crumbs={[{ label, href }]}>…</AdminFrame>
 *     }
 */
export async function AdminFrame({ view, ...screen }: ScreenProps & { view: AdminViewServerProps }) {
  const { actor, language, req, say } = await visitorOf(view)
  const { locale, permissions, visibleEntities } = view.initPageResult
  return (
    <>
      <a className="tk-skip" href="#text" lang={language}>
        {say('admin.skip')}
      </a>
      <DefaultTemplate
        i18n={req.i18n}
        // Both are frozen in what Payload passes, but its template writes into them.
        visibleEntities={{ collections: [...visibleEntities.collections], globals: [...visibleEntities.globals] }}
        payload={req.payload}
        permissions={permissions}
        req={req}
        {...(locale ? { locale } : {})}
        {...(view.params ? { params: view.params } : {})}
        {...(view.searchParams ? { searchParams: view.searchParams } : {})}
        {...(req.user ? { user: req.user } : {})}
      >
        <HydrateAuthProvider permissions={permissions} />
        <Screen {...screen} person={actor.userId} language={language} say={say} />
      </DefaultTemplate>
    </>
  )
}
