import { CommonPlaceView } from '@/admin/places/CommonPlaceView'
import { screenPage } from '@/app/screenPage'

export default screenPage(CommonPlaceView)
