import config from '@payload-config'
import '@payloadcms/next/css'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { entranceSay } from '@/admin/account/entrance'
import '../../admin/admin.css'

/**
 * The pages of the admin for people who are not signed in. They are apart from Payload's layout, which shows nothing before its script
 * has asked who is signed in, and brings the editor.
 */
export default async function EntranceLayout({ children }: { children: ReactNode }) {
  const [asked, kept, { cookiePrefix }, { language }] = await Promise.all([headers(), cookies(), config, entranceSay()])
  // The look that somebody chose in their account, as Payload keeps it.
  const looks = [kept.get(`${cookiePrefix}-theme`)?.value, asked.get('sec-ch-prefers-color-scheme')]
  return (
    <html lang={language} dir="LTR" data-theme={looks.find((look) => look === 'dark' || look === 'light') ?? 'light'}>
      <head>
        <style>{'@layer payload-default, payload;'}</style>
      </head>
      <body>
        <section className="login template-minimal template-minimal--width-normal">
          <div className="template-minimal__wrap">{children}</div>
        </section>
      </body>
    </html>
  )
}
