import { UpdatesView } from '@/admin/updates/UpdatesView'
import { screenPage } from '@/app/screenPage'

export default screenPage(UpdatesView)
