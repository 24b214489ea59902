/** One reason why something is not possible yet, with a link to the place where it can be fixed. */
export type Because = { text: string; href?: string; link?: string }

/** The reasons beside a button that cannot be used; the button refers to them with `aria-describedby`. */
export function Why({ id, title, because }: { id: string; title?: string; because: Because[] }) {
  return (
    <div className="why" id={id}>
      {title ? <p className="why-title">{title}</p> : null}
      <ul>
        {because.map(({ text, href, link }) => (
          <li key={text}>
            {text}
            {href && link ? (
              <>
                {' '}
                <a href={href}>{link}</a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
