import { drop, keep, kept, type OpenShelf } from './keptInWindow'

/** Fields of a form by their names. */
type Fields = Record<string, string>

/** The fields whose value differs from the initial one. */
export function typedIn(form: HTMLFormElement, names: readonly string[]): Fields {
  const typed = names.flatMap((name): [string, string][] => {
    const field = fieldOf(form, name)
    return field && field.value !== field.defaultValue ? [[name, field.value]] : []
  })
  return Object.fromEntries(typed)
}

/** Keeps what was typed in this window; nothing typed means nothing kept. A full storage disturbs nobody. */
export function keepFields({ shelf, place, typed }: { shelf: OpenShelf; place: string; typed: Fields }): void {
  if (Object.keys(typed).length === 0) drop({ shelf, name: nameOf(place) })
  else keep({ shelf, name: nameOf(place), value: typed })
}

/** What is kept of the fields with these names. Words that were stored since are no longer unsent (`sent`). */
export function fieldsKept({
  shelf,
  place,
  names,
  sent = [],
}: {
  shelf: OpenShelf
  place: string
  names: readonly string[]
  sent?: readonly string[] | undefined
}): Fields {
  const before = kept({ shelf, name: nameOf(place) })
  return Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const value = before[name]
      return typeof value === 'string' && !sent.includes(value.trim()) ? [[name, value]] : []
    }),
  )
}

/** Fills in the fields in which nobody has typed yet with the kept values, and returns the names of these fields. */
export function bringFields({
  form,
  ...given
}: {
  shelf: OpenShelf
  place: string
  form: HTMLFormElement
  names: readonly string[]
  sent?: readonly string[] | undefined
}): string[] {
  return Object.entries(fieldsKept(given)).flatMap(([name, value]) => {
    const field = fieldOf(form, name)
    if (!field || field.value !== field.defaultValue) return []
    field.value = value
    return [name]
  })
}

function nameOf(place: string): string {
  return `toolkit-fields:${place}`
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | HTMLTextAreaElement | null {
  return form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)
}
