import { ProposeView } from '@/admin/proposals/ProposeView'
import { screenPage } from '@/app/screenPage'

export default screenPage(ProposeView)
