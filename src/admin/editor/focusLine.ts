/**
 * Puts the cursor into the first field with this line, or before the first paragraph, heading or item that begins with
 * it, in a text that somebody edits, and shows it; if there is none, those that contain it count. Returns whether there is
 * one.
 */
export function focusLine({ within, line }: { within: string; line: string }): boolean {
  const text = document.querySelector<HTMLElement>(within)
  const wanted = plain(line)
  const fields = text?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea') ?? []
  if (!text || wanted === '') return false
  const field =
    [...fields].find(({ value }) => plain(value) === wanted) ??
    [...fields].find(({ value }) => plain(value).includes(wanted))
  if (field) {
    field.focus({ preventScroll: true })
    field.scrollIntoView({ block: 'center' })
    return true
  }
  const blocks = [...text.querySelectorAll<HTMLElement>(BLOCKS)]
  const found =
    blocks.find((element) => plain(element.textContent).startsWith(wanted)) ??
    blocks.find((element) => plain(element.textContent).includes(wanted))
  if (!found) return false
  const block = found.closest('.block-as-read')?.closest('.block-in-text')
  if (block) {
    block.querySelector<HTMLElement>('.block-switch')?.click()
    return focusLine({ within, line })
  }
  text.focus({ preventScroll: true })
  document.getSelection()?.collapse(found, 0)
  found.scrollIntoView({ block: 'center' })
  return true
}

const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, blockquote, dd'

/** Spaces and notes, which the editor shows in other ways, do not count. */
function plain(words: string): string {
  return words
    .replace(/ \[.*$/s, '')
    .replace(/\s+/g, ' ')
    .trim()
}
