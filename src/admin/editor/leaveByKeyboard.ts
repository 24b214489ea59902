import { tabbable } from 'tabbable'

/**
 * Lets the keyboard leave a writing field in which Tab is a character of the text: after Esc, Tab moves past the field
 * and Shift+Tab before it, whatever controls are in its text. Returns a function that ends this.
 */
export function leaveByKeyboard(field: HTMLElement): () => void {
  let isLeaving = false
  const onKey = (event: KeyboardEvent): void => {
    const isFrom = event.target instanceof HTMLElement && field.contains(event.target)
    if (event.key === 'Shift') return
    const next = isLeaving && event.key === 'Tab' ? besideOf({ field, isBefore: event.shiftKey }) : undefined
    // Esc removes the focus from the field, so the next focus event has no source.
    isLeaving = event.key === 'Escape' && (isFrom || (isLeaving && event.target === document.body))
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    next.focus()
  }
  const onPress = (): void => {
    isLeaving = false
  }
  // Some programs move the focus without a key.
  const onFocus = (event: FocusEvent): void => {
    if (event.target instanceof Node && !field.contains(event.target)) isLeaving = false
  }
  document.addEventListener('keydown', onKey, true)
  document.addEventListener('pointerdown', onPress, true)
  document.addEventListener('focusin', onFocus, true)
  return () => {
    document.removeEventListener('keydown', onKey, true)
    document.removeEventListener('pointerdown', onPress, true)
    document.removeEventListener('focusin', onFocus, true)
  }
}

const known = new WeakSet<HTMLElement>()

/**
 * Sends keys to the controls inside a text, such as those of a callout or a footnote: the editor would treat Tab as a
 * character of the text, and apply a key on a button to the text at the caret.
 */
export function keepKeysWithControls(field: HTMLElement): void {
  for (const control of field.querySelectorAll<HTMLElement>('[data-lexical-decorator]')) {
    if (known.has(control)) continue
    known.add(control)
    control.addEventListener('keydown', (event) => {
      const isOnButton = event.target instanceof HTMLElement && event.target.closest('button') !== null
      if (event.key === 'Tab' || (isOnButton && TEXT_KEYS.includes(event.key))) event.stopPropagation()
    })
  }
}

/** The keys that act on a text. */
const TEXT_KEYS = ['Enter', 'Backspace', 'Delete']

/** The next element that the keyboard reaches after a field, or before it. */
function besideOf({ field, isBefore }: { field: HTMLElement; isBefore: boolean }): HTMLElement | undefined {
  const side = isBefore ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
  const beside = tabbable(document.body).filter(
    (one) => !field.contains(one) && !one.contains(field) && field.compareDocumentPosition(one) & side,
  )
  const next = beside.at(isBefore ? -1 : 0)
  return next instanceof HTMLElement ? next : undefined
}
