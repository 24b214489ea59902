/**
 * The fields of a form as the input of an action: the fixed values, overridden by what was typed. Names in `lists` give
 * a list (checkboxes), names in `optional` are omitted if they are empty.
 */
export function formInput({
  typed,
  fixed,
  lists = [],
  optional = [],
}: {
  typed: FormData
  fixed: Record<string, unknown>
  lists?: readonly string[]
  optional?: readonly string[]
}): Record<string, unknown> {
  const input: Record<string, unknown> = { ...fixed }
  for (const name of lists) input[name] = typed.getAll(name).map(String)
  for (const [name, value] of typed.entries()) {
    if (lists.includes(name) || typeof value !== 'string') continue
    if (value.trim() === '' && optional.includes(name)) continue
    input[name] = value
  }
  return input
}
