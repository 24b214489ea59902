import { isSameField } from '@/domain/richText/sameText'
import { drop, keep, kept, type OpenShelf } from './keptInWindow'

/** Fields of a form by their names. */
type Fields = Record<string, string>

type Given = {
  shelf: OpenShelf
  /** Whose fields they are, and what they are about. */
  place: string
  /** The texts that this person stored here so far, oldest first. */
  sent?: readonly string[] | undefined
}

/** Did somebody type in the field? White space in an empty field is nothing. */
export function isTyped({ value, defaultValue }: Pick<HTMLInputElement, 'value' | 'defaultValue'>): boolean {
  return !isSameField(value, defaultValue)
}

/** The values of the fields in which somebody typed. */
export function typedIn(form: HTMLFormElement, names: readonly string[]): Fields {
  const typed = names.flatMap((name): [string, string][] => {
    const field = fieldOf(form, name)
    return field && isTyped(field) ? [[name, field.value]] : []
  })
  return Object.fromEntries(typed)
}

/**
 * Keeps what was typed in this window, with the number of texts that were stored before it was typed (`sent`); nothing
 * typed means nothing kept. A full storage disturbs nobody.
 */
export function keepFields({ shelf, place, typed, sent = [] }: Given & { typed: Fields }): void {
  if (Object.keys(typed).length === 0) drop({ shelf, name: nameOf(place) })
  else keep({ shelf, name: nameOf(place), value: { ...typed, [SENT_BEFORE]: sent.length } })
}

/**
 * What is kept of the fields with these names. A text that was stored after it was typed is no longer unsent; the same
 * words stored before say nothing about it.
 */
export function fieldsKept({ shelf, place, names, sent = [] }: Given & { names: readonly string[] }): Fields {
  const before = kept({ shelf, name: nameOf(place) })
  const sentSince = sent.slice(Number(before[SENT_BEFORE] ?? 0))
  return Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const value = before[name]
      return typeof value === 'string' && !sentSince.includes(value.trim()) ? [[name, value]] : []
    }),
  )
}

/**
 * Fills in the fields in which nobody has typed yet with the kept values. Returns the names of the fields that now have
 * words from an earlier look: these, and those that the browser filled in when the person went back to the page.
 */
export function bringFields({ form, ...given }: Given & { form: HTMLFormElement; names: readonly string[] }): string[] {
  const before = fieldsKept(given)
  return given.names.filter((name) => {
    const field = fieldOf(form, name)
    if (!field) return false
    const { defaultValue } = field
    const value = before[name] ?? defaultValue
    if (!isTyped(field) && isTyped({ value, defaultValue })) field.value = value
    return isTyped(field) && field !== document.activeElement
  })
}

/** No field has this name. */
const SENT_BEFORE = ':sent'

function nameOf(place: string): string {
  return `toolkit-fields:${place}`
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | HTMLTextAreaElement | null {
  return form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)
}
