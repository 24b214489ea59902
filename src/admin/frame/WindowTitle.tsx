/** The title of the window, in the person's language. React puts it into the head. */
export function WindowTitle({ title }: { title: string }) {
  return <title>{`${title} · Toolkit`}</title>
}
