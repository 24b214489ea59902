/**
 * Moves the focus to the field with this id, and shows the start of it, where its label and its message are: a browser
 * scrolls to the middle of what gets the focus, and a text can be longer than the window.
 */
export function focusField(id: string): void {
  const control = document.getElementById(id)
  control?.focus({ preventScroll: true })
  control?.closest('.field')?.scrollIntoView({ block: 'start' })
}
