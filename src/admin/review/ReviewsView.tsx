import { countriesOf, REVIEWERS } from '@/domain/actor'
import { loadCountries } from '@/stored/countries'
import { editionsIn } from '@/stored/editions'
import { reviewedAnew } from '@/stored/reviewHistory'
import { loadToolkits } from '@/stored/toolkits'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { type ViewProps, visitorOf } from '../frame/visitor'
import { reviewTasks } from '../tasks/openReviews'
import { ReviewTasks } from '../tasks/ReviewTasks'
import { TASKS } from '../words/addresses'

/** `/admin/reviews`: every edition that is in review or approved, for those who decide on them. */
export async function ReviewsView(view: ViewProps) {
  const { actor, language, req, say } = await visitorOf(view)
  if (countriesOf(actor, [...REVIEWERS, 'observer']).length === 0) return <PlainPage view={view} about="no-role" />
  const editions = await editionsIn({ req, states: ['submitted', 'changes-requested', 'approved'] })
  const toolkits = await loadToolkits({ req })
  const anew = await reviewedAnew({ req, editions })
  const countries = await loadCountries({ req })
  const tasks = reviewTasks({ editions, anew, actor, toolkits, countries, language })
  // Those that wait for a decision, as the menu counts them; the others are listed with their state.
  const inReview = tasks.filter(({ state }) => state === 'submitted').length
  return (
    <AdminFrame
      view={view}
      title={say('admin.reviews.title')}
      crumbs={[{ label: say('admin.tasks.title'), href: TASKS }]}
      lead={<p className="muted">{say('admin.reviews.lead', { count: inReview })}</p>}
      sample={toolkits.some(({ sample }) => sample)}
    >
      {tasks.length === 0 ? (
        <p className="panel wash">{say('admin.reviews.none')}</p>
      ) : (
        <ReviewTasks tasks={tasks} language={language} say={say} />
      )}
    </AdminFrame>
  )
}
