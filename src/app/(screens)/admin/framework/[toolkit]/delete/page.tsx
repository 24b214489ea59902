import { DeleteToolkitView } from '@/admin/places/DeleteToolkitView'
import { screenPage } from '@/app/screenPage'

export default screenPage(DeleteToolkitView)
