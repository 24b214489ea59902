import { entranceSay } from '@/admin/account/entrance'
import { Forgotten } from '@/admin/account/Forgotten'
import { sendsMail } from '@/mail/mailSettings'

export default async function ForgottenPage() {
  return <Forgotten {...(await entranceSay())} sendsMail={sendsMail()} />
}
