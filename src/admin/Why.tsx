/** One reason why something is not possible yet, with a link to the place where it can be fixed. */
export type Because = { text: string; href?: string; link?: string }

/** The reasons beside a button that cannot be used; the button refers to them with `aria-describedby`. */
export function Why({ id, title, because }: { id: string; title?: string; because: Because[] }) {
  return (
    <div className="why" id={id}>
      {title ? <p className="why-title">{title}</p> : null}
      <ul>
        {because.map((one) => (
          <li key={one.text}>
            <Reason because={one} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One reason, with its link. */
export function Reason({ because: { text, href, link } }: { because: Because }) {
  return (
    <>
      {text}
      {href && link ? (
        <>
          {' '}
          <a href={href}>{link}</a>
        </>
      ) : null}
    </>
  )
}
