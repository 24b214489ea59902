import { entranceSay } from '@/admin/account/entrance'
import { Forgotten } from '@/admin/account/Forgotten'

export default async function ForgottenPage() {
  return <Forgotten {...(await entranceSay())} />
}
