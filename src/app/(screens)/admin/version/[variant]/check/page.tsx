import { VersionCheckView } from '@/admin/check/VersionCheckView'
import { screenPage } from '@/app/screenPage'

export default screenPage(VersionCheckView)
