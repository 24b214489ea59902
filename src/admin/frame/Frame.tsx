import { AdminNav } from '../nav/AdminNav'
import { type Crumb, FrameHeader } from './FrameHeader'
import { Screen, type ScreenProps } from './Screen'
import type { Visitor } from './visitor'

export type FrameProps = Omit<ScreenProps, 'windowTitle'> & {
  /** The links of the breadcrumb before the screen itself. */
  crumbs?: Crumb[]
  /** The last step of the breadcrumb, if it is not the title. */
  crumb?: string
}

/** A screen with what surrounds it: the navigation, the way back, the account of the person. */
export function Frame({ visitor, crumb, crumbs = [], ...screen }: FrameProps & { visitor: Visitor }) {
  const { actor, language, req, say } = visitor
  return (
    <div className="tk-frame" lang={language}>
      <a className="tk-skip" href="#text">
        {say('admin.skip')}
      </a>
      <AdminNav req={req} />
      <div>
        <FrameHeader crumbs={crumbs} here={crumb ?? screen.title} name={req.user?.name ?? ''} say={say} />
        <Screen
          {...screen}
          windowTitle={windowTitle({ title: screen.title, crumb, crumbs })}
          person={actor.userId}
          language={language}
          say={say}
        />
      </div>
    </div>
  )
}

/**
 * The title of the window. Several pages are about one section and have its title, so each begins with its own name:
 * “History · 2 Detention · Ireland”.
 */
export function windowTitle({
  title,
  crumb,
  crumbs,
}: Pick<FrameProps, 'title' | 'crumb'> & { crumbs: Crumb[] }): string {
  const steps = crumbs.map(({ label }) => label).toReversed()
  return crumb && steps.includes(title) ? [crumb, ...steps].join(' · ') : title
}
