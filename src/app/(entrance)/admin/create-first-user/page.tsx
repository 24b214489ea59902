import config from '@payload-config'
import { redirect } from 'next/navigation'
import { getPayload } from 'payload'
import { entranceSay, hasAccounts } from '@/admin/account/entrance'
import { FirstAccount } from '@/admin/account/FirstAccount'

/** The page to which Payload leads while there is no account. */
export default async function FirstAccountPage() {
  if (await hasAccounts(await getPayload({ config }))) redirect('/admin/login')
  return <FirstAccount {...(await entranceSay())} />
}
