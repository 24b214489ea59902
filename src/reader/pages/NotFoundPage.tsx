import type { ReactNode } from 'react'
import type { Language } from '@/domain/language'
import type { MessageKey } from '@/messages/catalogues'
import { type Params, translatorFor } from '@/messages/translate'
import { homePath } from '../address'
import { PageFrame } from '../frame/PageFrame'

/** What there is instead of what was asked for, in the words of the page; `language` is the one that it leads to. */
export type Instead = { href: string; words: ReactNode; language?: Language }

/** Why there is no page, and links to what there is. */
export type NotFoundView = {
  language: Language
  /** What of the address is not there; absent where it is no address of ours at all. */
  why?: { key: MessageKey; params?: Params }
  instead: Instead[]
  /** What stands in the bar at the top, where the toolkit is known. */
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
