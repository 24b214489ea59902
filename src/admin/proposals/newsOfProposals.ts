import type { PayloadRequest } from 'payload'
import { dayOf, daysBetween } from '@/domain/day'
import type { Language } from '@/domain/language'
import type { Country } from '@/stored/countries'
import { loadProposals } from '@/stored/proposals'
import { today } from '@/stored/today'
import { loadProposalRows, type ProposalRow } from './proposalRows'

/** An answer is news for as many days; the workspace of the version shows all of them. */
const DAYS_OF_NEWS = 30

/** The proposals of a version that are open or were answered not long ago, the newest first. */
export async function loadNewsOfProposals({
  req,
  variant,
  countries,
  language,
}: {
  req: PayloadRequest
  variant: string
  countries: readonly Country[]
  language: Language
}): Promise<ProposalRow[]> {
  const all = await loadProposals({ req, variants: [variant], states: ['open', 'declined', 'taken-over', 'taken-out'] })
  const proposals = all.filter(
    ({ settledAt }) => settledAt === null || daysBetween(dayOf(settledAt), today()) <= DAYS_OF_NEWS,
  )
  return loadProposalRows({ req, proposals, countries, language })
}
