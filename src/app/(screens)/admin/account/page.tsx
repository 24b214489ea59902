import { AccountView } from '@/admin/account/AccountView'
import { screenPage } from '@/app/screenPage'

export default screenPage(AccountView)
