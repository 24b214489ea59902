/** Has the session ended, as far as the server can be asked? */
export async function isSignedOut(): Promise<boolean> {
  try {
    const { user } = await (await fetch('/api/users/me')).json()
    return user === null
  } catch {
    return false
  }
}
