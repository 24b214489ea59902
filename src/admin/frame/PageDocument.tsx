import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { LOOK_COOKIE } from '@/accounts/cookieNames'
import type { Language } from '@/domain/language'
import { LookOfBrowser } from './LookOfBrowser.client'
import { isLook } from './look'

/** The document around each of our pages, in the language of the person and in the look that they chose. */
export async function PageDocument({ language, children }: { language: Language; children: ReactNode }) {
  const [asked, kept] = await Promise.all([headers(), cookies()])
  const chosen = kept.get(LOOK_COOKIE)?.value
  const nonce = /'nonce-([^']+)'/.exec(asked.get('content-security-policy') ?? '')?.[1]
  return (
    <html lang={language} dir="LTR" data-theme={isLook(chosen) ? chosen : 'light'} suppressHydrationWarning>
      {/* biome-ignore lint/style/noHeadElement: the document of the layouts of src/app, where the rule allows it. */}
      <head>
        <style>{'@layer payload-default, payload;'}</style>
        {isLook(chosen) ? null : <script nonce={nonce}>{LOOK_OF_BROWSER}</script>}
      </head>
      <body>
        <LookOfBrowser chosen={chosen} />
        {children}
        {/* Payload shows its menus here. */}
        <div id="portal" />
      </body>
    </html>
  )
}

/** Runs before anything is shown, so that nothing changes its colour afterwards. */
const LOOK_OF_BROWSER = `if (matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.dataset.theme = 'dark'`
