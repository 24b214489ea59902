/** The form of an e-mail address in which accounts are stored and found, however somebody types it. */
export function plainAddress(email: string): string {
  return email.trim().toLowerCase()
}
