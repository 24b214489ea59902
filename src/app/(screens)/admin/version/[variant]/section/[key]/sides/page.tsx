import { SidesView } from '@/admin/sides/SidesView'
import { screenPage } from '@/app/screenPage'

export default screenPage(SidesView)
