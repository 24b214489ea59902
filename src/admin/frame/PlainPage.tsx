import { AdminFrame } from './AdminFrame'
import { type ViewProps, visitorOf } from './visitor'

/** Says that a screen is not for the person's role, or that what its address names does not exist. */
export async function PlainPage({ view, about }: { view: ViewProps; about: 'no-role' | 'not-there' }) {
  const { say } = await visitorOf(view)
  return (
    <AdminFrame view={view} title={say(`admin.plain.${about}.title`)}>
      <p>{say(`admin.plain.${about}.text`)}</p>
      <p>
        <a href="/admin">{say('admin.plain.back')}</a>
      </p>
    </AdminFrame>
  )
}
