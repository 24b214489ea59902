import { ReportView } from '@/admin/report/ReportView'
import { screenPage } from '@/app/screenPage'

export default screenPage(ReportView)
