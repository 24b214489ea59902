import type { ReactNode } from 'react'

/** One task: a status, its subject, and the verb that links to the place where it is done. */
export function Line({
  status,
  title,
  href,
  verb,
  children,
}: {
  status: ReactNode
  title: string
  href: string
  verb: string
  children?: ReactNode
}) {
  return (
    <li>
      <div>{status}</div>
      <div>
        <h3>
          <a href={href}>{title}</a>
        </h3>
        {children}
      </div>
      <a className="btn second sm" href={href}>
        {verb}
        <span className="vh">: {title}</span>
      </a>
    </li>
  )
}
