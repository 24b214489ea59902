import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { ProposalList } from '../proposals/ProposalList'
import type { ProposalRow } from '../proposals/proposalRows'

/** What the country proposed to the common framework, with what became of it; nothing if it proposed nothing. */
export function OwnProposals({
  rows,
  country,
  language,
  say,
}: {
  rows: readonly ProposalRow[]
  country: string
  language: Language
  say: Translator
}) {
  const [first] = rows
  if (!first) return null
  const id = `proposals-${first.proposal.variant}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="list-h">
        {say('proposals.list')} <span className="light muted">{country}</span>
      </h2>
      <ProposalList rows={rows} named="section" language={language} say={say} />
    </section>
  )
}
