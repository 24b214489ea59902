import type { ProposalState } from '@/domain/proposals'
import { ReviewIcon, type ReviewSign } from '@/icons/ReviewIcon'
import type { Translator } from '@/messages/translate'
import { Status } from '../words/Status'

const SIGNS: Record<ProposalState, ReviewSign> = {
  open: 'submitted',
  'taken-over': 'approved',
  'taken-out': 'approval-outdated',
  declined: 'changes-requested',
  withdrawn: 'withdrawn',
}

export function ProposalStatus({ state, say }: { state: ProposalState; say: Translator }) {
  return <Status icon={<ReviewIcon sign={SIGNS[state]} />}>{say(`proposals.state.${state}`)}</Status>
}
