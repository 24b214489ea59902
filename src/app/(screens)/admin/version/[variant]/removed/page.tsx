import { RemovedView } from '@/admin/places/RemovedView'
import { screenPage } from '@/app/screenPage'

export default screenPage(RemovedView)
