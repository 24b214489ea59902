import { FrameworkView } from '@/admin/framework/FrameworkView'
import { screenPage } from '@/app/screenPage'

export default screenPage(FrameworkView)
