import type { ReactNode } from 'react'
import type { Language } from '@/domain/language'
import { homePath } from '@/domain/siteAddress'
import type { MessageKey } from '@/messages/catalogues'
import { type Params, translatorFor } from '@/messages/translate'
import { PageFrame } from '../frame/PageFrame'

/** A link to an existing page, in the words of this page; `language` is the language of the target. */
export type Instead = { href: string; words: ReactNode; language?: Language }

/** Why there is no page, and links to existing ones. */
export type NotFoundView = {
  language: Language
  /** What part of the address does not exist; missing if it is outside the site. */
  why?: { key: MessageKey; params?: Params }
  instead: Instead[]
  /** The content of the bar at the top, if the toolkit is known. */
  name?: ReactNode
  sample?: boolean
}

export function NotFoundPage({ view }: { view: NotFoundView }) {
  const { language, why, instead, name, sample } = view
  const say = translatorFor(language)
  return (
    <PageFrame
      language={language}
      title={say('reader.not-found')}
      name={name ?? say('reader.site-name')}
      {...(sample ? { sample } : {})}
    >
      <div className="stack narrow">
        <h1>{say('reader.not-found')}</h1>
        {why && <p className="lead">{say(why.key, why.params)}</p>}
        <p className={why ? undefined : 'lead'}>{say('reader.not-found-address')}</p>
        <h2>{say('reader.not-found-instead')}</h2>
        <ul className="toc">
          {instead.map(({ href, words, language: other }) => (
            <li key={href}>
              <a href={href} hrefLang={other}>
                {words}
              </a>
            </li>
          ))}
          <li>
            <a href={homePath(language)}>{say('reader.home-title')}</a>
          </li>
        </ul>
      </div>
    </PageFrame>
  )
}
