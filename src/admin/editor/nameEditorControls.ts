/** Names for the controls of the editor that have none, or only an English one, in the person's language. */
export type ControlNames = {
  bar: string
  /** By `data-button-key`: bold, italic … */
  buttons: Record<string, string>
  /** By `data-dropdown-key`: add, blocks … */
  menus: Record<string, string>
  moveBlock: string
  addBlock: string
  addParagraph: string
  editLink: string
  removeLink: string
  editFootnote: string
  removeFootnote: string
  rowActions: string
  moveRow: string
}

/**
 * Names what Payload's editor leaves unnamed: the writing field, the toolbar, the controls that are only icons, and the
 * fields of blocks, whose labels refer to wrong ids. Replaces names that are English in every language, because Payload
 * has no translation of them (3.90.2). Call it again whenever the editor builds new parts.
 */
export function nameEditorControls({
  element,
  labelId,
  names,
}: {
  element: HTMLElement
  labelId: string
  names: ControlNames
}): void {
  const each = (selector: string, name: (one: HTMLElement) => void) =>
    element.querySelectorAll<HTMLElement>(selector).forEach(name)
  each('.ContentEditable__root', (place) => nameWritingPlace({ place, labelId }))
  each('.fixed-toolbar', (bar) => {
    set(bar, 'role', 'toolbar')
    set(bar, 'aria-label', names.bar)
  })
  each('[data-button-key]', (button) => {
    const key = button.dataset.buttonKey ?? ''
    const name = names.buttons[key]
    if (!name || button.textContent?.trim()) return
    set(button, 'aria-label', name)
    set(button, 'title', name)
    if (!STEPS.includes(key)) set(button, 'aria-pressed', button.classList.contains('active') ? 'true' : 'false')
    set(button, 'aria-disabled', button.classList.contains('disabled') ? 'true' : 'false')
  })
  each('[data-dropdown-key]', (menu) => {
    const name = names.menus[menu.dataset.dropdownKey ?? '']
    if (!name) return
    set(menu, 'aria-label', name)
    set(menu, 'title', name)
  })
  each('.draggable-block-menu', (handle) => set(handle, 'aria-label', names.moveBlock))
  each('.add-block-menu', (button) => set(button, 'aria-label', names.addBlock))
  each('.insert-paragraph-at-end', (button) => set(button, 'aria-label', names.addParagraph))
  each('.link-edit', (button) => set(button, 'aria-label', names.editLink))
  each('.link-trash', (button) => set(button, 'aria-label', names.removeLink))
  each('.LexicalEditorTheme__inlineBlock__editButton', (button) => set(button, 'aria-label', names.editFootnote))
  each('.LexicalEditorTheme__inlineBlock__removeButton', (button) => set(button, 'aria-label', names.removeFootnote))
  each('.popup-button', (button) => {
    if (!button.textContent?.trim()) set(button, 'aria-label', names.rowActions)
  })
  each('.collapsible__drag', (handle) => set(handle, 'aria-label', names.moveRow))
  // Hidden from screen readers, so hidden from the keyboard too: the list opens with the arrow keys and is cleared with
  // Delete.
  each('.clear-indicator, .dropdown-indicator', (indicator) => set(indicator, 'tabindex', '-1'))
  each('.field-type', labelField)
  // A drawer of the editor (rows of a table, the address of a link) opens outside the editor.
  document.querySelectorAll<HTMLElement>('.drawer .field-type').forEach(labelField)
}

/** These buttons do something, and are never pressed in. */
const STEPS = ['indentDecrease', 'indentIncrease', 'undo', 'redo', 'find']

/** The id of the sentence that says how the keyboard leaves the field, in which Tab is a character of the text. */
export function keysHintOf(labelId: string): string {
  return `${labelId}-keys`
}

function nameWritingPlace({ place, labelId }: { place: HTMLElement; labelId: string }): void {
  const field = place.closest('.rich-text-lexical')
  const isInBlock = field?.parentElement?.closest('.rich-text-lexical')
  if (isInBlock) set(place, 'aria-label', field?.querySelector('label')?.textContent?.trim() ?? '')
  else {
    set(place, 'aria-labelledby', labelId)
    set(place, 'aria-describedby', keysHintOf(labelId))
  }
  set(place, 'aria-multiline', 'true')
}

let labelled = 0

/** Connects a label with its field. Two blocks of one kind have fields with the same id, so each gets its own. */
function labelField(field: HTMLElement): void {
  const label = field.querySelector<HTMLLabelElement>(':scope > label')
  const control = [...field.querySelectorAll<HTMLElement>('input:not([type="hidden"]), textarea')].find(
    (one) => one.closest('.field-type') === field,
  )
  if (label && control && (label.htmlFor !== control.id || isTwice(control))) give({ label, control })
}

function isTwice(control: HTMLElement): boolean {
  return !control.dataset.labelled && document.querySelectorAll(`[id="${CSS.escape(control.id)}"]`).length > 1
}

function give({ label, control }: { label: HTMLLabelElement; control: HTMLElement }): void {
  labelled += 1
  if (!control.id.startsWith('react-select')) control.id = `block-field-${labelled}`
  control.dataset.labelled = 'true'
  label.htmlFor = control.id
}

function set(element: HTMLElement, name: string, value: string): void {
  if (value !== '' && element.getAttribute(name) !== value) element.setAttribute(name, value)
}
