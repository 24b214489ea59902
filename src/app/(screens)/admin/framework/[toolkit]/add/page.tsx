import { AddCommonView } from '@/admin/places/AddCommonView'
import { screenPage } from '@/app/screenPage'

export default screenPage(AddCommonView)
