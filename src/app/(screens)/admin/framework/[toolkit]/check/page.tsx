import { FrameworkCheckView } from '@/admin/check/FrameworkCheckView'
import { screenPage } from '@/app/screenPage'

export default screenPage(FrameworkCheckView)
