import { VersionView } from '@/admin/version/VersionView'
import { screenPage } from '@/app/screenPage'

export default screenPage(VersionView)
