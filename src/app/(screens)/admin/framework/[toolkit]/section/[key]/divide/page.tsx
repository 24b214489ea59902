import { DivideView } from '@/admin/places/DivideView'
import { screenPage } from '@/app/screenPage'

export default screenPage(DivideView)
