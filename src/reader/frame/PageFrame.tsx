import type { ReactNode } from 'react'
import type { Language } from '@/domain/language'
import { homePath } from '@/domain/siteAddress'
import { translatorFor } from '@/messages/translate'
import { ENDONYMS } from '../endonyms'
import { styleAddress } from '../style/styleSheet'
import type { LanguageLink } from '../versionView'

export type Crumb = { href: string; words: ReactNode }

/** The whole document around a page: one style sheet, no script. */
export function PageFrame({
  language,
  title,
  name,
  sample = false,
  languages = [],
  place,
  crumbs = [],
  nav = [],
  footLinks = [],
  children,
}: {
  language: Language
  /** For the window and for search engines; the heading is in the page. */
  title: string
  /** The content of the bar at the top. */
  name: ReactNode
  sample?: boolean
  languages?: readonly LanguageLink[]
  /** Whose text this is: country, release, date. */
  place?: ReactNode
  crumbs?: readonly Crumb[]
  nav?: readonly Crumb[]
  footLinks?: readonly Crumb[]
  children: ReactNode
}) {
  const say = translatorFor(language)
  const home = homePath(language)
  return (
    <html lang={language} dir="ltr">
      {/* biome-ignore lint/style/noHeadElement: this is the whole document, outside of Next's */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={styleAddress} />
        {languages.length > 1 &&
          languages.map((link) => (
            <link key={link.language} rel="alternate" hrefLang={link.language} href={link.href} />
          ))}
      </head>
      <body>
        <a className="skip" href="#main">
          {say('reader.skip')}
        </a>
        {sample && (
          <aside className="sample" aria-label={say('reader.sample-label')}>
            <p className="wrap">{say('reader.sample')}</p>
          </aside>
        )}
        <header>
          <div className="top">
            <div className="wrap">
              <a className="name" href={home}>
                {name}
              </a>
              <nav aria-label={say('reader.site')}>
                <ul>
                  <li>
                    <a href={`${home}#countries`}>{say('reader.countries')}</a>
                  </li>
                  {nav.map(({ href, words }) => (
                    <li key={href}>
                      <a href={href}>{words}</a>
                    </li>
                  ))}
                </ul>
              </nav>
            </div>
          </div>
          {(place || languages.length > 0) && (
            <div className="sub">
              <div className="wrap">
                {place && <p className="small">{place}</p>}
                {languages.length > 0 && <LanguageLinks language={language} languages={languages} />}
              </div>
            </div>
          )}
        </header>
        <div className="wrap">
          {crumbs.length > 0 && (
            <nav className="crumbs" aria-label={say('reader.breadcrumb')}>
              <ol>
                {crumbs.map(({ href, words }) => (
                  <li key={href}>
                    <a href={href}>{words}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <main id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
        <footer className="foot">
          <div className="wrap">
            <ul>
              <li>
                <a href={home}>{say('reader.home-title')}</a>
              </li>
              {footLinks.map(({ href, words }) => (
                <li key={href}>
                  <a href={href}>{words}</a>
                </li>
              ))}
            </ul>
            <p>{say('reader.foot-promise')}</p>
          </div>
        </footer>
      </body>
    </html>
  )
}

function LanguageLinks({ language, languages }: { language: Language; languages: readonly LanguageLink[] }) {
  return (
    <nav aria-label={translatorFor(language)('reader.language')}>
      <ul className="langs small">
        {languages.map((link) => (
          <li key={link.language}>
            <a
              aria-current={link.current ? 'true' : undefined}
              lang={link.language}
              hrefLang={link.language}
              href={link.href}
            >
              {ENDONYMS[link.language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
