/** The names of the fields with a day that is typed only in part: a browser gives such a field no value, as if it were empty. */
export function unfinishedDates(form: HTMLFormElement): string[] {
  const fields = form.querySelectorAll<HTMLInputElement>('input[type="date"]')
  return [...fields].filter(({ validity }) => validity.badInput).map(({ name }) => name)
}
