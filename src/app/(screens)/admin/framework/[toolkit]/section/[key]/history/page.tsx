import { CommonHistoryView } from '@/admin/history/CommonHistoryView'
import { screenPage } from '@/app/screenPage'

export default screenPage(CommonHistoryView)
