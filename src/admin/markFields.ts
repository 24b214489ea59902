/**
 * A refusal about one field of what was sent: the field's name, the sentence, and the wrong part of the field: what an entry has and in
 * which block of its kind it stands (counted from 1), or how a link begins.
 */
export type WrongField = { field: string; text: string; value?: string; words?: string; block?: WrongBlock }
type WrongBlock = { kind: string; number: number }

/**
 * Marks the fields that refusals name: visually, for screen readers, and with the sentence beside each; the first of
 * them gets the focus, and its sentence is scrolled into view: a text can be longer than the window. A field is an
 * element with that name (`<input name>`), or a whole text (`data-field`), in which the entry with the wrong words is
 * marked as soon as its block is open. Each mark is removed when the field is changed, and the returned function removes
 * all.
 */
export function markFields({ root, wrong }: { root: ParentNode; wrong: readonly WrongField[] }): () => void {
  const marks = new Map<WrongField, Mark>()
  function markControl(one: WrongField, control: HTMLElement | null): void {
    if (control && !control.dataset.marked)
      marks.set(one, mark({ control, text: one.text, ended: () => marks.delete(one) }))
  }
  for (const one of wrong) markControl(one, controlOf({ root, wrong: one }))
  const [first] = marks.keys()
  const began = performance.now()
  const goToFirst = () => first && goTo({ root, wrong: first, show: () => marks.get(first)?.sentence })
  // A block that is opened has entries that were not there before, and the editor makes them anew.
  const observer = new MutationObserver(() => {
    for (const one of wrong) {
      const [entry, marked] = [entryOf({ root, wrong: one }), marks.get(one)]
      if (!entry || entry === marked?.control) continue
      marked?.undo()
      markControl(one, entry)
      if (one === first && performance.now() - began < OPENS_WITHIN) goToFirst()
    }
  })
  observer.observe(root, { childList: true, subtree: true })
  goToFirst()
  return () => {
    observer.disconnect()
    for (const { undo } of marks.values()) undo()
  }
}

/** Goes to the place that a refusal is about. Returns whether the screen has it. */
export function goToWrong({ root, wrong }: { root: ParentNode; wrong: WrongField }): boolean {
  return goTo({ root, wrong, show: (control) => linkIn(control, wrong) })
}

/** In milliseconds. Whoever goes elsewhere later must not be led back. */
const OPENS_WITHIN = 2000

type Shown = (control: HTMLElement) => Element | undefined

/** Opens the block around an entry, moves the focus to the entry, and shows this part of it, or all. */
function goTo({ root, wrong, show }: { root: ParentNode; wrong: WrongField; show: Shown }): boolean {
  const closed = switchOf({ root, wrong })
  closed?.click()
  // An opened block takes the focus on the next frame.
  if (closed) requestAnimationFrame(() => goToControl({ root, wrong, show }))
  return goToControl({ root, wrong, show })
}

function goToControl({ root, wrong, show }: { root: ParentNode; wrong: WrongField; show: Shown }): boolean {
  const control = controlOf({ root, wrong })
  if (!control) return false
  control.focus({ preventScroll: true })
  const shown = show(control) ?? control
  shown.scrollIntoView({ block: 'center' })
  if (shown instanceof HTMLAnchorElement) document.getSelection()?.selectAllChildren(shown)
  return true
}

function linkIn(control: HTMLElement, { words }: WrongField): HTMLAnchorElement | undefined {
  if (!words) return undefined
  return [...control.querySelectorAll('a')].find(({ textContent }) => textContent.startsWith(words))
}

/** What opens the block that a refusal names, if the block is closed. */
function switchOf({ root, wrong: { block, field } }: Place): HTMLElement | null {
  if (!block) return null
  const all = textOf({ root, field })?.querySelectorAll(`[data-block="${CSS.escape(block.kind)}"]`)
  return all?.[block.number - 1]?.querySelector<HTMLElement>('.block-switch[aria-expanded="false"]') ?? null
}

type Place = { root: ParentNode; wrong: WrongField }

function controlOf({ root, wrong }: Place): HTMLElement | null {
  const { field } = wrong
  const plain = root.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]:not([type="hidden"], [hidden])`)
  if (plain) return plain
  const text = textOf({ root, field })
  return entryOf({ root, wrong }) ?? text?.querySelector<HTMLElement>('[contenteditable="true"]') ?? null
}

/** The entry with the wrong words in a text; null if the block around it is closed. */
function entryOf({ root, wrong: { field, value } }: Place): HTMLElement | null {
  if (!value) return null
  const entries = textOf({ root, field })?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  return [...(entries ?? [])].find((one) => one.value.trim() === value.trim()) ?? null
}

function textOf({ root, field }: { root: ParentNode; field: string }): Element | null {
  return root.querySelector(`[data-field="${CSS.escape(field)}"]`)
}

/** A text editor applies its changes itself: for some only the event before the change exists. */
const CHANGES = ['beforeinput', 'input'] as const

let marked = 0

type Mark = { control: HTMLElement; sentence: HTMLElement; undo: () => void }

function mark({ control, text, ended }: { control: HTMLElement; text: string; ended: () => void }): Mark {
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
    ended()
  }
  for (const change of CHANGES) control.addEventListener(change, undo)
  return { control, sentence, undo }
}
