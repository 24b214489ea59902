import { PlaceView } from '@/admin/places/PlaceView'
import { screenPage } from '@/app/screenPage'

export default screenPage(PlaceView)
