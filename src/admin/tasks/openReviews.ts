import type { Actor } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { type EditionState, mayStep } from '@/domain/workflow'
import type { Country } from '@/stored/countries'
import type { ListedEdition } from '@/stored/editions'
import type { Toolkit } from '@/stored/toolkits'
import { countryName } from '../words/countryName'
import { type TextIn, textIn } from '../words/titles'

/** One edition that somebody must decide on, or that is the country's turn. */
export type ReviewTask = {
  edition: string
  number: number
  country: string
  toolkit: TextIn
  state: EditionState
  since: string
  /** What this person can do about it; `look` if it is somebody else's turn. */
  can: 'review' | 'publish' | 'look'
  /** Did this person write in it or send it? Then somebody else must approve it. */
  own: boolean
  /** Why the published text was withdrawn, if the edition is in review again because of that. */
  anew: string | null
}

/** The editions as tasks: first what the person can decide on, oldest first. */
export function reviewTasks({
  editions,
  anew,
  actor,
  toolkits,
  countries,
  language,
}: {
  editions: readonly ListedEdition[]
  /** Those that are in review again (`reviewedAnew`). */
  anew: ReadonlyMap<string, string>
  actor: Actor
  toolkits: readonly Toolkit[]
  countries: readonly Country[]
  language: Language
}): ReviewTask[] {
  const tasks = editions.map((edition): ReviewTask => {
    const toolkit = toolkits.find(({ id }) => id === edition.toolkit)
    const own = edition.contributors.includes(actor.userId) || edition.submittedBy === actor.userId
    return {
      edition: edition.id,
      number: edition.number,
      country: countryName({ code: edition.country, countries, language }),
      toolkit: textIn({
        given: toolkit?.title ?? {},
        languages: [language, toolkit?.sourceLanguage ?? 'en'],
        otherwise: toolkit?.slug ?? '',
      }),
      state: edition.state,
      since: edition.stateSince,
      can: canDo({ edition, actor }),
      own,
      anew: anew.get(edition.id) ?? null,
    }
  })
  return tasks.sort((a, b) => ORDER[a.can] - ORDER[b.can] || (a.since < b.since ? -1 : 1))
}

const ORDER = { review: 0, publish: 1, look: 2 }

function canDo({ edition, actor }: { edition: ListedEdition; actor: Actor }): ReviewTask['can'] {
  const { country, state } = edition
  if (mayStep({ event: 'approve', state, actor, country, writers: edition })) return 'review'
  if (mayStep({ event: 'publish', state, actor, country, writers: edition })) return 'publish'
  return 'look'
}
