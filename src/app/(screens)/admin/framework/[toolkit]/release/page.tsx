import { NextReleaseView } from '@/admin/release/NextReleaseView'
import { screenPage } from '@/app/screenPage'

export default screenPage(NextReleaseView)
