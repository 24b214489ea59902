import { ProposalView } from '@/admin/proposals/ProposalView'
import { screenPage } from '@/app/screenPage'

export default screenPage(ProposalView)
