import { RestoreView } from '@/admin/history/RestoreView'
import { screenPage } from '@/app/screenPage'

export default screenPage(RestoreView)
