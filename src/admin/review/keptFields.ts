/** Fields of a form by their names. */
type Fields = Record<string, string>

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The fields in which something else stands than the form came with. */
export function typedIn(form: HTMLFormElement, names: readonly string[]): Fields {
  const typed = names.flatMap((name): [string, string][] => {
    const field = fieldOf(form, name)
    return field && field.value !== field.defaultValue ? [[name, field.value]] : []
  })
  return Object.fromEntries(typed)
}

/** Keeps what was typed in this window; nothing typed is nothing kept. A store that takes nothing disturbs nobody. */
export function keepFields({ shelf, place, typed }: { shelf: () => Shelf; place: string; typed: Fields }): void {
  try {
    if (Object.keys(typed).length === 0) shelf().removeItem(nameOf(place))
    else shelf().setItem(nameOf(place), JSON.stringify(typed))
  } catch {
    return
  }
}

/** Puts what was kept into the fields in which nobody has typed yet. */
export function bringFields({
  shelf,
  place,
  form,
  names,
}: {
  shelf: () => Shelf
  place: string
  form: HTMLFormElement
  names: readonly string[]
}): void {
  const kept = keptIn(shelf, place)
  for (const name of names) {
    const [field, value] = [fieldOf(form, name), kept[name]]
    if (field && typeof value === 'string' && field.value === field.defaultValue) field.value = value
  }
}

function keptIn(shelf: () => Shelf, place: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(shelf().getItem(nameOf(place)) ?? 'null'))
  } catch {
    return {}
  }
}

function nameOf(place: string): string {
  return `toolkit-release:${place}`
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | HTMLTextAreaElement | null {
  return form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)
}
