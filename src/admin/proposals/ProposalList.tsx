import type { Language } from '@/domain/language'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import { Line } from '../tasks/Line'
import { proposalAddress } from '../words/addresses'
import { ProposalStatus } from './ProposalStatus'
import { type ProposalRow, sayPart } from './proposalRows'

/** Proposals with what became of them; a declined one with the reason. */
export function ProposalList({
  rows,
  named,
  language,
  say,
}: {
  rows: readonly ProposalRow[]
  /** Is the country named? Not where all are of one country. */
  named: 'country' | 'section'
  language: Language
  say: Translator
}) {
  return (
    <ul className="tasks three">
      {rows.map(({ country, proposal, title }) => (
        <Line
          key={proposal.id}
          status={<ProposalStatus state={proposal.state} say={say} />}
          title={named === 'country' ? say('proposals.asks', { country, section: title.text }) : title.text}
          href={proposalAddress(proposal.id)}
          verb={say('proposals.read')}
        >
          <p className="muted">
            {say('proposals.made', {
              date: longDate(proposal.at, language),
              what: sayPart(proposal, say, language),
            })}
          </p>
          {proposal.state === 'open' && named === 'country' ? <p className="said">{proposal.message}</p> : null}
          {proposal.state === 'declined' && proposal.settledAt ? (
            <>
              <p className="muted">
                {say('proposals.settled.declined', { date: longDate(proposal.settledAt, language) })}
              </p>
              <p className="said">{proposal.answer}</p>
            </>
          ) : null}
        </Line>
      ))}
    </ul>
  )
}
