import { Frame, type FrameProps } from './Frame'
import { type ViewProps, visitorOf } from './visitor'

/**
 * One of our screens inside its frame. It checks that somebody is signed in; a view that reads anything calls
 * `visitorOf(view)` itself first, and reads with that request.
 *
 *     export async function SectionView(view: ViewProps<'variant' | 'key'>) {
 *       const { req, say } = await visitorOf(view)
 *       …
 *       return <AdminFrame view={view} title="…" crumbs={[{ label, href }]}>…</AdminFrame>
 *     }
 */
export async function AdminFrame({ view, ...screen }: FrameProps & { view: ViewProps }) {
  return <Frame {...screen} visitor={await visitorOf(view)} />
}
