import Link from 'next/link'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { ACCOUNT, TASKS } from '../words/addresses'
import { HomeIcon } from './HomeIcon'

/** A link of the breadcrumb of a screen. */
export type Crumb = { label: string; href: string; lang?: Language }

/** Above each screen: where it is, and the account of the person who is signed in. */
export function FrameHeader({
  crumbs,
  here,
  name,
  say,
}: {
  crumbs: Crumb[]
  /** The screen itself, the last step. */
  here: string
  /** Of the person. */
  name: string
  say: Translator
}) {
  return (
    <header className="tk-head">
      <nav aria-label={say('admin.crumbs')}>
        <ol>
          <li>
            <Link href={TASKS} prefetch={false} aria-label={say('admin.tasks.title')}>
              <HomeIcon />
            </Link>
          </li>
          {crumbs.map(({ label, href, lang }) => (
            <li key={href}>
              <Link href={href} prefetch={false} lang={lang}>
                {label}
              </Link>
            </li>
          ))}
          <li>
            <span aria-current="page">{here}</span>
          </li>
        </ol>
      </nav>
      <p>
        <span className="who">{name}</span>{' '}
        <Link href={ACCOUNT} prefetch={false}>
          {say('admin.nav.account')}
        </Link>
      </p>
    </header>
  )
}
