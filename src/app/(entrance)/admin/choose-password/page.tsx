import { ChoosePassword } from '@/admin/account/ChoosePassword'
import { entranceSay } from '@/admin/account/entrance'

export default async function ChoosePasswordPage() {
  return <ChoosePassword {...(await entranceSay())} />
}
