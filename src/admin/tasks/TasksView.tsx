import type { PayloadRequest } from 'payload'
import type { ReactNode } from 'react'
import {
  type Actor,
  ALL_COUNTRIES,
  countriesOf,
  hasRole,
  hasRoleAnywhere,
  hasRoleEverywhere,
  KEEPERS,
  REVIEWERS,
} from '@/domain/actor'
import type { Language } from '@/domain/language'
import type { Standing } from '@/domain/standing'
import { type Country, loadCountries } from '@/stored/countries'
import { editionsIn } from '@/stored/editions'
import { loadOpenQuestions, type OpenQuestion } from '@/stored/openQuestions'
import { loadProposals } from '@/stored/proposals'
import { commonStanding } from '@/stored/releases'
import { reviewedAnew, takenBackByUpdate } from '@/stored/reviewHistory'
import { loadToolkits, type Toolkit } from '@/stored/toolkits'
import { loadVariants, type Variant } from '@/stored/variants'
import { AdminFrame } from '../frame/AdminFrame'
import { type ViewProps, visitorOf } from '../frame/visitor'
import { StartVersion } from '../overview/StartVersion'
import { loadNewsOfProposals } from '../proposals/newsOfProposals'
import { ProposalList } from '../proposals/ProposalList'
import { loadProposalRows, type ProposalRow } from '../proposals/proposalRows'
import { loadCommonState, loadVersionStates } from '../reading/versionState'
import { importAddress, updateAddress } from '../words/addresses'
import { byCountryName } from '../words/byCountryName'
import { FrameworkTasks } from './FrameworkTasks'
import { loadFrameworkTasks } from './frameworkWork'
import { NationalPanel } from './NationalPanel'
import { loadNationalWork, type NationalWork } from './nationalWork'
import { OwnProposals } from './OwnProposals'
import { type ReviewTask, reviewTasks } from './openReviews'
import { QuestionTasks } from './QuestionTasks'
import { ReviewTasks } from './ReviewTasks'
import { StartHeading } from './StartHeading'
import { UnsavedTasks } from './UnsavedTasks'
import { UpdateTasks } from './UpdateTasks'
import { loadUnsavedWork } from './unsavedWork'
import { countUpdateWork } from './updateWork'

/** People who write national versions; those who maintain all of them see the overview instead. */
const AUTHORS = ['national-lead', 'national-editor', 'translator'] as const

/** `/admin`: the person's tasks, by their roles. */
export async function TasksView(view: ViewProps) {
  const { actor, language, req, say } = await visitorOf(view)
  const [toolkits, countries] = await Promise.all([loadToolkits({ req }), loadCountries({ req })])
  const given = { req, actor, toolkits, countries, language }
  const [begun, national, reviews, questions, framework, startable, proposals] = await Promise.all([
    loadUnsavedWork(given),
    nationalWork(given),
    openReviews(given),
    openQuestions(given),
    hasRoleEverywhere(actor, KEEPERS) ? loadFrameworkTasks(given) : [],
    startableVersions(given),
    openProposals(given),
  ])
  // A begun decision stands among the updates that are shown one by one.
  const shown = new Set(national.flatMap(begunUpdates))
  const unsaved = begun.filter(({ href }) => !shown.has(href))
  const first = hasRoleEverywhere(actor, KEEPERS) && toolkits.length === 0
  const count =
    unsaved.length +
    national.reduce((sum, { tasks, updates }) => sum + tasks.length + countUpdateWork(updates), 0) +
    reviews.length +
    questions.length +
    framework.length +
    startable.length +
    proposals.length +
    (first ? 1 : 0)
  return (
    <AdminFrame
      view={view}
      title={say('admin.tasks.title')}
      sample={toolkits.some(({ sample }) => sample)}
      lead={<p className="muted">{say('admin.tasks.lead', { count })}</p>}
    >
      <div className="stack-l">
        {first ? (
          <section className="panel stack" aria-labelledby="first-h">
            <h2 id="first-h">{say('admin.tasks.first')}</h2>
            <p>{say('admin.tasks.first-what')}</p>
            <p>
              <a className="btn" href={importAddress()}>
                {say('admin.frameworks.start')}
              </a>
            </p>
          </section>
        ) : null}
        <TaskList id="unsaved-h" title={say('admin.tasks.unsaved')} count={unsaved.length}>
          <UnsavedTasks texts={unsaved} language={language} say={say} />
        </TaskList>
        {national.map((work) => (
          <NationalPanel
            key={work.state.variant.id}
            work={work}
            decisions={
              <>
                {work.updates ? <UpdateTasks updates={work.updates} work={work} language={language} say={say} /> : null}
                <OwnProposals rows={work.proposals} country={work.country} language={language} say={say} />
              </>
            }
            language={language}
            say={say}
          />
        ))}
        <TaskList id="questions-h" title={say('admin.tasks.questions')} count={questions.length}>
          <QuestionTasks questions={questions} countries={countries} language={language} say={say} />
        </TaskList>
        <TaskList id="reviews-h" title={say('admin.tasks.reviews')} count={reviews.length}>
          <ReviewTasks tasks={reviews} language={language} say={say} />
        </TaskList>
        <TaskList id="proposals-h" title={say('proposals.list')} count={proposals.length}>
          <ProposalList rows={proposals} named="country" language={language} say={say} />
        </TaskList>
        <TaskList id="framework-h" title={say('admin.tasks.framework')} count={framework.length}>
          <FrameworkTasks tasks={framework} countries={countries} language={language} say={say} />
        </TaskList>
        {startable.map(({ toolkit, without, common }) => (
          <section key={toolkit.id} className="stack" aria-labelledby={`start-${toolkit.id}`}>
            <StartHeading id={`start-${toolkit.id}`} toolkit={toolkit} language={language} say={say} />
            <p className="muted">{say('admin.start.what')}</p>
            <StartVersion
              toolkit={toolkit}
              countries={without}
              common={common}
              mayStart
              language={language}
              say={say}
            />
          </section>
        ))}
        {count === 0 ? (
          <div className="panel wash">
            <p className="muted">{say('admin.tasks.empty-what')}</p>
          </div>
        ) : null}
      </div>
    </AdminFrame>
  )
}

/** The addresses of the updates that are shown one by one and that the person began to decide on. */
function begunUpdates({ state, updates }: Pick<NationalWork, 'state' | 'updates'>): string[] {
  const begun = updates?.rows.filter(({ typedAt }) => typedAt !== null) ?? []
  return begun.map(({ key }) => updateAddress({ variant: state.variant.id, key }))
}

/** Tasks of one kind under their heading; nothing where there are none. */
function TaskList({ id, title, count, children }: { id: string; title: string; count: number; children: ReactNode }) {
  if (count === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="list-h">
        {title}
      </h2>
      {children}
    </section>
  )
}

type Given = { req: PayloadRequest; actor: Actor; toolkits: Toolkit[]; countries: Country[]; language: Language }

async function nationalWork({
  req,
  actor,
  toolkits,
  countries,
  language,
}: Given): Promise<(NationalWork & { proposals: ProposalRow[] })[]> {
  if (!hasRoleAnywhere(actor, AUTHORS)) return []
  const own = countriesOf(actor, AUTHORS)
  const isOwn = ({ country }: Variant) => own === ALL_COUNTRIES || own.includes(country)
  const variants = (await loadVariants({ req })).filter(isOwn)
  const inUse = toolkits.filter(({ id }) => variants.some((variant) => variant.toolkit === id))
  const states = await Promise.all(inUse.map((toolkit) => loadCommonState({ req, toolkit })))
  const versions = await loadVersionStates({ req, variants, states })
  const editions = versions.flatMap(({ edition }) => edition ?? [])
  const [anew, takenBack] = await Promise.all([reviewedAnew({ req, editions }), takenBackByUpdate({ req, editions })])
  const named = byCountryName({ rows: versions, codeOf: ({ variant }) => variant.country, countries, language })
  return Promise.all(
    named.map(async ({ row: state, country: { name: country } }) => {
      const isReviewedAnew = state.edition !== null && anew.has(state.edition.id)
      const work = await loadNationalWork({ req, state, country, actor, language })
      const proposals = await loadNewsOfProposals({ req, variant: state.variant.id, countries, language })
      return { ...work, proposals, isReviewedAnew, takenBack: takenBack.get(state.edition?.id ?? '') }
    }),
  )
}

/** What waits for the answer of those who keep the common framework, the oldest first. */
async function openProposals({ req, actor, countries, language }: Given): Promise<ProposalRow[]> {
  if (!hasRoleEverywhere(actor, KEEPERS)) return []
  const proposals = (await loadProposals({ req, states: ['open'] })).toReversed()
  return loadProposalRows({ req, proposals, countries, language })
}

async function openReviews({ req, actor, toolkits, countries, language }: Given): Promise<ReviewTask[]> {
  if (!hasRoleAnywhere(actor, REVIEWERS)) return []
  const editions = await editionsIn({ req, states: ['submitted', 'approved'] })
  const anew = await reviewedAnew({ req, editions })
  return reviewTasks({ editions, anew, actor, toolkits, countries, language }).filter(
    ({ can, state }) => can !== 'look' || state === 'submitted',
  )
}

/** What countries asked about updates, for those who answer them. */
async function openQuestions({ req, actor, toolkits }: Given): Promise<OpenQuestion[]> {
  const answers = ({ country }: Variant) => hasRole({ actor, roles: KEEPERS, country })
  if (!hasRoleAnywhere(actor, KEEPERS)) return []
  return loadOpenQuestions({ req, toolkits, variants: (await loadVariants({ req })).filter(answers) })
}

/** What a national lead may start: toolkits with a release in use of which their countries have no version. */
async function startableVersions({ req, actor, toolkits, countries }: Given) {
  const own = countriesOf(actor, ['national-lead'])
  if (own === ALL_COUNTRIES || own.length === 0 || hasRoleEverywhere(actor, KEEPERS)) return []
  const found: { toolkit: Toolkit; without: Country[]; common: Standing }[] = []
  for (const toolkit of toolkits) {
    const common = await commonStanding({ req, toolkit: toolkit.id })
    if (!common.inUse) continue
    const taken = new Set((await loadVariants({ req, toolkit: toolkit.id })).map(({ country }) => country))
    const without = countries.filter(({ code }) => own.includes(code) && !taken.has(code))
    if (without.length > 0) found.push({ toolkit, without, common })
  }
  return found
}
