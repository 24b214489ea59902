'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** A link of the navigation that marks itself if its page, or one of the pages below it, is open. */
export function NavLink({
  href,
  label,
  count,
  waiting,
  lang,
  below = href,
  except,
}: {
  href: string
  label: string
  count?: number
  /** What the count counts, for screen readers. */
  waiting?: string
  lang?: string
  /** Pages under this address belong to it. */
  below?: string
  /** But not this page and those below it: they have a link of their own. */
  except?: string
}) {
  const path = usePathname()
  const isHere = path === href
  const isIn = (address: string) => path.startsWith(`${address}/`)
  const isBelow = isIn(below) && !(except !== undefined && (path === except || isIn(except)))
  return (
    <Link href={href} prefetch={false} aria-current={isHere ? 'page' : isBelow ? 'true' : undefined} lang={lang}>
      <span>{label}</span>
      {count ? (
        <span className="n">
          {count}
          {waiting ? <span className="vh"> {waiting}</span> : null}
        </span>
      ) : null}
    </Link>
  )
}
