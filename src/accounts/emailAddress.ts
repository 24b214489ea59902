/** An e-mail address as accounts are stored and found under it: the same one, however somebody writes it. */
export function plainAddress(email: string): string {
  return email.trim().toLowerCase()
}
