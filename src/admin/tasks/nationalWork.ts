import type { PayloadRequest } from 'payload'
import { type Actor, DRAFTERS, hasRole } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { contentByKey } from '@/domain/readiness'
import { loadDecisions } from '@/stored/reviewHistory'
import { today } from '@/stored/today'
import { loadLagsOf, type VersionState } from '../reading/versionState'
import { pausedUpdates } from '../updates/pausedUpdates'
import { loadVersionUpdates, numbersIn } from '../updates/versionUpdates'
import { behindSections } from '../version/behindSections'
import { refusalsOf } from '../version/NextSteps'
import { sectionRows } from '../version/sectionRows'
import { type NationalTask, nationalTasks } from './nationalTasks'
import { type UpdateWork, updateWork } from './updateWork'

/** A national version with the number of tasks for its authors. */
export type NationalWork = {
  state: VersionState
  country: string
  tasks: NationalTask[]
  /** What the person must decide about the common framework; null if nothing. */
  updates: UpdateWork | null
  /** Is its edition in review again because published text was withdrawn? */
  isReviewedAnew: boolean
  /** What its authors must check if an update of this tool returned its edition to draft. */
  takenBack: string | undefined
}

/** The person's tasks in one national version. */
export async function loadNationalWork({
  req,
  state,
  country,
  actor,
  language,
}: {
  req: PayloadRequest
  state: VersionState
  country: string
  actor: Actor
  language: Language
}): Promise<Pick<NationalWork, 'state' | 'country' | 'tasks' | 'updates'>> {
  const { edition, lastRelease, newerCommon, resolved, variant } = state
  const lags = await loadLagsOf({ req, state })
  const rows = sectionRows({
    sections: resolved.sections,
    common: contentByKey(resolved.base),
    languages: variant.languages,
    source: state.toolkit.sourceLanguage,
    reader: language,
    last: lastRelease?.manifest ?? null,
    lags,
  })
  const decisions = edition?.state === 'changes-requested' ? await loadDecisions({ req, edition: edition.id }) : []
  const mayDraft = hasRole({ actor, roles: DRAFTERS, country: variant.country })
  const found = mayDraft ? await loadVersionUpdates({ req, state }) : null
  const { sourceLanguage } = state.toolkit
  const languages = [language, ...variant.languages, sourceLanguage]
  const updates = found && updateWork({ updates: found, numbers: numbersIn(resolved), today: today(), languages })
  const paused = found && pausedUpdates({ updates: found, variant, today: today() })
  const waits = paused && paused.count > 0 ? paused : null
  const tasks = nationalTasks({
    rows,
    behind: behindSections({ lags, state, language }),
    languages: variant.languages,
    edition: edition?.state ?? null,
    comment: decisions.find(({ decision }) => decision === 'ask-for-changes')?.comment ?? '',
    // Those who decide see each section instead, or the pause.
    newerCommon: updates || waits ? null : (newerCommon?.version ?? null),
    paused: waits,
    maySubmit: edition !== null && refusalsOf({ event: 'submit', edition, state, actor }).length === 0,
    mayDraft,
  })
  return { state, country, tasks, updates }
}
