import type { ReactNode } from 'react'
import type { Language } from '@/domain/language'
import { styleSheet } from '@/reader/style/styleSheet'

/** Three texts side by side, none of them wider than its column. */
const COLUMNS = '.cols > div { min-width: 0; overflow-wrap: anywhere } .cols section.scroll table { min-width: 0 }'

/** A whole page in one file: with the site's style sheet, no script, and nothing that is loaded from elsewhere. */
export function StandalonePage({
  language,
  title,
  children,
}: {
  language: Language
  title: string
  children: ReactNode
}) {
  return (
    <html lang={language} dir="ltr">
      {/* biome-ignore lint/style/noHeadElement: this is the whole document, outside of Next's */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta httpEquiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>{title}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, from a module */}
        <style dangerouslySetInnerHTML={{ __html: `${styleSheet}${COLUMNS}` }} />
      </head>
      <body>
        <main className="wrap stack-m">{children}</main>
      </body>
    </html>
  )
}
