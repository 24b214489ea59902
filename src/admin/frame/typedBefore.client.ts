/** Fields that hold what a person says. */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Written = HTMLInputElement | HTMLTextAreaElement

/** A field in which somebody typed or chose before the script of the page ran, with what it held then. */
export type TypedField = { field: Field; value: string; selection: readonly [number, number] | null }

/**
 * Returns what a person typed or chose in the fields of the page. What the browser filled in when somebody went back to it, or loaded it
 * again, is from an earlier look: the forms bring that themselves, and say so. React gives a field of several lines the text that the
 * server wrote (19.3, `initTextarea`), so this is read before React has seen the fields.
 */
export function typedBefore(): TypedField[] {
  return [...document.querySelectorAll<Field>('input, textarea, select')].filter(isOfPerson).map((field) => ({
    field,
    value: field.value,
    selection:
      isWritten(field) && field.selectionStart !== null && field.selectionEnd !== null
        ? [field.selectionStart, field.selectionEnd]
        : null,
  }))
}

/**
 * Tells the page what was typed or chosen. No event of it comes by itself: a form that holds its values itself would send what the
 * server wrote, and show that the next time.
 */
export function takeUpTyped(typed: readonly TypedField[]): void {
  for (const one of typed) {
    const { field } = one
    if (!field.isConnected) continue
    if (!isWritten(field)) announce(field, 'change')
    else if (isPressed(field)) pressAgain(field)
    else typeAgain(field, one)
  }
}

/** Did a person change the field on this page, or are they in it? Browsers know the first when the field has been left. */
function isOfPerson(field: Field): boolean {
  return field === document.activeElement || field.matches(':user-valid, :user-invalid')
}

function isWritten(field: Field): field is Written {
  return !(field instanceof HTMLSelectElement)
}

function isPressed(field: Written): field is HTMLInputElement {
  return ['checkbox', 'radio'].includes(field.type)
}

/** React hears of a new value only if it is not the one that it knows: it learns each one that a script sets on the field itself. */
function typeAgain(field: Written, { value: before, selection }: Pick<TypedField, 'value' | 'selection'>): void {
  const { defaultValue, selectionEnd, selectionStart } = field
  const isTypedOn = field.value !== defaultValue
  const value = isTypedOn ? field.value : before
  if (value === defaultValue) return
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  field.value = defaultValue
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value)
  if (selection) field.setSelectionRange(...(isTypedOn ? ([selectionStart, selectionEnd] as const) : selection))
  announce(field, 'input')
}

/** As it was, and then pressed by script: the group of a radio button first has again the one that the server chose. */
function pressAgain(field: HTMLInputElement): void {
  const { checked, form, name, type } = field
  if (checked === field.defaultChecked) return
  if (type === 'radio') {
    // Nobody presses the one that another one replaces.
    if (!checked) return
    const group = [...(form ?? document).querySelectorAll<HTMLInputElement>('input[type="radio"]')]
    const first = group.find((one) => one.name === name && one.defaultChecked)
    if (first) first.checked = true
  }
  field.checked = !checked
  field.click()
}

function announce(field: Field, type: 'change' | 'input'): void {
  field.dispatchEvent(new Event(type, { bubbles: true }))
}
