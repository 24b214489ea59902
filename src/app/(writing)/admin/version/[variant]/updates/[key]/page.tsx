import { UpdateView } from '@/admin/updates/UpdateView'
import { screenPage } from '@/app/screenPage'

export default screenPage(UpdateView)
