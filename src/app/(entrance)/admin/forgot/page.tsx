import type { Metadata } from 'next'
import { entranceMetadata, entranceSay } from '@/admin/account/entrance'
import { Forgotten } from '@/admin/account/Forgotten'

export function generateMetadata(): Promise<Metadata> {
  return entranceMetadata('forgotten')
}

export default async function ForgottenPage() {
  return <Forgotten {...(await entranceSay())} />
}
