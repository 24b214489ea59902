import { FrameworksView } from '@/admin/framework/FrameworksView'
import { screenPage } from '@/app/screenPage'

export default screenPage(FrameworksView)
