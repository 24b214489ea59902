import { RemovedCommonView } from '@/admin/places/RemovedCommonView'
import { screenPage } from '@/app/screenPage'

export default screenPage(RemovedCommonView)
