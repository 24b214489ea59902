import { SignOutView } from '@/admin/account/SignOutView'
import { screenPage } from '@/app/screenPage'

export default screenPage(SignOutView)
