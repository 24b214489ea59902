import { TakeInView } from '@/admin/takeIn/TakeInView'
import { screenPage } from '@/app/screenPage'

export default screenPage(TakeInView)
