import { tabbable } from 'tabbable'

/**
 * Lets the keyboard leave a writing field, in which Tab is a sign of the text: after Esc, Tab goes on behind the field and Shift and Tab
 * before it, whatever controls stand in its text. Gives what ends that.
 */
export function leaveByKeyboard(field: HTMLElement): () => void {
  let isLeaving = false
  const onKey = (event: KeyboardEvent): void => {
    const isFrom = event.target instanceof HTMLElement && field.contains(event.target)
    if (event.key === 'Shift') return
    const next = isLeaving && event.key === 'Tab' ? besideOf({ field, isBefore: event.shiftKey }) : undefined
    isLeaving = event.key === 'Escape' && isFrom
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    next.focus()
  }
  const onPress = (): void => {
    isLeaving = false
  }
  document.addEventListener('keydown', onKey, true)
  document.addEventListener('pointerdown', onPress, true)
  return () => {
    document.removeEventListener('keydown', onKey, true)
    document.removeEventListener('pointerdown', onPress, true)
  }
}

const known = new WeakSet<HTMLElement>()

/** Keeps Tab with the controls that stand in a text, as those of a box or a footnote: the editor would take it for a sign of the text. */
export function keepTabWithControls(field: HTMLElement): void {
  for (const control of field.querySelectorAll<HTMLElement>('[data-lexical-decorator]')) {
    if (known.has(control)) continue
    known.add(control)
    control.addEventListener('keydown', (event) => {
      if (event.key === 'Tab') event.stopPropagation()
    })
  }
}

/** What the keyboard reaches next behind a field, or before it. */
function besideOf({ field, isBefore }: { field: HTMLElement; isBefore: boolean }): HTMLElement | undefined {
  const side = isBefore ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
  const beside = tabbable(document.body).filter(
    (one) => !field.contains(one) && !one.contains(field) && field.compareDocumentPosition(one) & side,
  )
  const next = beside.at(isBefore ? -1 : 0)
  return next instanceof HTMLElement ? next : undefined
}
