import config from '@payload-config'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getPayload } from 'payload'
import { entranceMetadata, entranceSay, hasAccounts } from '@/admin/account/entrance'
import { FirstAccount } from '@/admin/account/FirstAccount'

export function generateMetadata(): Promise<Metadata> {
  return entranceMetadata('first')
}

/** The page to which Payload leads while there is no account. */
export default async function FirstAccountPage() {
  if (await hasAccounts(await getPayload({ config }))) redirect('/admin/login')
  return <FirstAccount {...(await entranceSay())} />
}
