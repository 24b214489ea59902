/** A refusal about one field of what was sent: the field's name, the sentence, and the wrong part of the field. */
export type WrongField = { field: string; text: string; value?: string }

/**
 * Marks the fields that refusals name: visually, for screen readers, and with the sentence beside each; the first of
 * them gets the focus, and its sentence is scrolled into view: a text can be longer than the window. A field is an
 * element with that name (`<input name>`), or a whole text (`data-field`), in which the entry with the wrong words is
 * marked. Each mark is removed when the field is changed, and the returned function removes all.
 */
export function markFields({ root, wrong }: { root: ParentNode; wrong: readonly WrongField[] }): () => void {
  const marks: Mark[] = []
  for (const one of wrong) {
    const control = controlOf({ root, ...one })
    if (control && !control.dataset.marked) marks.push(mark({ control, text: one.text }))
  }
  const [first] = marks
  first?.control.focus({ preventScroll: true })
  first?.sentence.scrollIntoView({ block: 'center' })
  return () => {
    for (const { undo } of marks) undo()
  }
}

function controlOf({ root, field, value }: { root: ParentNode } & Omit<WrongField, 'text'>): HTMLElement | null {
  const name = CSS.escape(field)
  const plain = root.querySelector<HTMLElement>(`[name="${name}"]:not([type="hidden"], [hidden])`)
  if (plain) return plain
  const text = root.querySelector(`[data-field="${name}"]`)
  if (!text) return null
  const entries = text.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  const entry = value ? [...entries].find((one) => one.value.trim() === value.trim()) : undefined
  return entry ?? text.querySelector<HTMLElement>('[contenteditable="true"]')
}

/** A text editor applies its changes itself: for some only the event before the change exists. */
const CHANGES = ['beforeinput', 'input'] as const

let marked = 0

type Mark = { control: HTMLElement; sentence: HTMLElement; undo: () => void }

function mark({ control, text }: { control: HTMLElement; text: string }): Mark {
  marked += 1
  const sentence = document.createElement('p')
  sentence.id = `wrong-field-${marked}`
  sentence.className = 'field-error'
  sentence.textContent = text
  const described = control.getAttribute('aria-describedby')
  control.setAttribute('aria-invalid', 'true')
  control.setAttribute('aria-describedby', described ? `${described} ${sentence.id}` : sentence.id)
  control.dataset.marked = 'true'
  // The editor removes from its text what it did not add itself; around the text nobody does.
  const place = control.isContentEditable ? (control.closest('.rich-text-input') ?? control) : control
  place.insertAdjacentElement('beforebegin', sentence)
  const undo = (): void => {
    for (const change of CHANGES) control.removeEventListener(change, undo)
    control.removeAttribute('aria-invalid')
    if (described) control.setAttribute('aria-describedby', described)
    else control.removeAttribute('aria-describedby')
    delete control.dataset.marked
    sentence.remove()
  }
  for (const change of CHANGES) control.addEventListener(change, undo)
  return { control, sentence, undo }
}
