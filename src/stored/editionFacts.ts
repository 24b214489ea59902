import type { Language } from '@/domain/language'
import { contentByKey, openProblemsOf } from '@/domain/readiness'
import type { WorkflowFacts } from '@/domain/workflow'
import type { Edition } from './editions'
import type { ResolvedVariant } from './resolveVariant'
import { reviewHashNow } from './reviewHash'
import type { Variant } from './variants'

/** An edition with its version, as both are at this moment. */
export type EditionFacts = { edition: Edition; variant: Variant; resolved: ResolvedVariant }

/** The input of the rules of the review, from what is stored. The screens apply the same rules to the same facts. */
export function factsOf({
  edition,
  variant,
  resolved,
  comment,
  sameAs,
  source,
}: EditionFacts & {
  comment: string
  /** The language of the common framework. */
  source: Language
  /** The release in use that it would publish again; null if it would publish something else (`unchangedSince`). */
  sameAs: string | null
}): WorkflowFacts {
  return {
    country: edition.country,
    contributors: edition.contributors,
    submittedBy: edition.submittedBy,
    lastEditedBy: edition.lastEditedBy,
    pinnedHash: edition.pinnedHash,
    approvedHash: edition.approvedHash,
    hashNow: () => reviewHashNow({ edition, resolved }),
    comment,
    openProblems:
      sameAs === null
        ? openProblemsOf(resolved.sections, {
            common: contentByKey(resolved.base),
            languages: variant.languages,
            source,
          })
        : [{ key: 'refusal.nothing-changed', params: { version: sameAs } }],
  }
}
