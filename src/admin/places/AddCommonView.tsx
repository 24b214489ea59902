import { randomUUID } from 'node:crypto'
import { MOST_CHARACTERS } from '@/domain/section'
import { actionWords } from '../actionWords'
import { sentWords } from '../editor/sentWords'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, visitorOf } from '../frame/visitor'
import { frameworkAddress } from '../words/addresses'
import { AddCommonForm } from './AddCommonForm.client'
import { loadCommonPlaces } from './commonPlace'

/** `/admin/framework/:toolkit/add?after=`: a new section of the common framework. */
export async function AddCommonView(view: ViewProps<'toolkit'>) {
  const visitor = await visitorOf(view)
  const { language: pageLanguage, say } = visitor
  const common = await loadCommonPlaces({ view, visitor })
  if (typeof common === 'string') return <PlainPage view={view} about={common} />
  const { crumb, language, places, toolkit } = common
  const asked = queryOf(view, 'after')
  const before = places.find(({ key }) => key === asked) ?? places.findLast(({ parent }) => parent === null)
  return (
    <AdminFrame
      view={view}
      title={say('tree.add.open')}
      crumbs={[crumb]}
      lead={<p className="muted">{say('tree.add.lead')}</p>}
      sample={toolkit.sample}
    >
      <AddCommonForm
        words={sentWords({ language: pageLanguage, beginnings: ['editor.spot.', 'editor.error', 'tree.add.do'] })}
        pageLanguage={pageLanguage}
        actionWords={actionWords(say)}
        places={places}
        opening={{ parent: before?.parent ?? null, after: before?.key ?? null }}
        input={{ toolkit: toolkit.id, language, newKey: randomUUID() }}
        next={`${frameworkAddress(toolkit)}/section/{key}?lang=${language}`}
        title={{ label: say('tree.add.title', { language: say(`words.language.${language}`) }), language }}
        most={MOST_CHARACTERS.title}
      />
    </AdminFrame>
  )
}
