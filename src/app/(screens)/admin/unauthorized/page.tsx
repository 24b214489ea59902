import { NoRoleView } from '@/admin/account/NoRoleView'
import { screenPage } from '@/app/screenPage'

export default screenPage(NoRoleView)
