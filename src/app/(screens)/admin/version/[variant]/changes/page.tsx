import { VersionChangesView } from '@/admin/changes/VersionChangesView'
import { screenPage } from '@/app/screenPage'

export default screenPage(VersionChangesView)
