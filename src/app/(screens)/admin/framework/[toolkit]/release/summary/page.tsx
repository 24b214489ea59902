import { ReleaseSummaryView } from '@/admin/release/ReleaseSummaryView'
import { screenPage } from '@/app/screenPage'

export default screenPage(ReleaseSummaryView)
