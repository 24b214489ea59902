import { FrameworkChangesView } from '@/admin/changes/FrameworkChangesView'
import { screenPage } from '@/app/screenPage'

export default screenPage(FrameworkChangesView)
