import '@payloadcms/next/css'
import type { ReactNode } from 'react'
import { entranceSay } from '@/admin/account/entrance'
import { PAGE_METADATA } from '@/admin/frame/metadata'
import { PageDocument } from '@/admin/frame/PageDocument'
import '../../admin/admin.css'

export const metadata = PAGE_METADATA

/**
 * The pages of the admin for people who are not signed in. They are apart from Payload's layout, which shows nothing before its script
 * has asked who is signed in, and brings the editor.
 */
export default async function EntranceLayout({ children }: { children: ReactNode }) {
  return (
    <PageDocument language={(await entranceSay()).language}>
      <section className="login template-minimal template-minimal--width-normal">
        <div className="template-minimal__wrap">{children}</div>
      </section>
    </PageDocument>
  )
}
