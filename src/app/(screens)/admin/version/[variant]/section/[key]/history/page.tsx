import { HistoryView } from '@/admin/history/HistoryView'
import { screenPage } from '@/app/screenPage'

export default screenPage(HistoryView)
