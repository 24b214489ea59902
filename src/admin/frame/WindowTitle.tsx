/** The title of the window, which is that of the screen, in the person's language. React puts it into the head. */
export function WindowTitle({ title }: { title: string }) {
  return <title>{`${title} · Toolkit`}</title>
}
