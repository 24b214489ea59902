import { MailsView } from '@/admin/mails/MailsView'
import { screenPage } from '@/app/screenPage'

export default screenPage(MailsView)
