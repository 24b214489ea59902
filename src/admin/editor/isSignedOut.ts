import { signInAgain } from '../frame/signInAgain'

/** Has the session ended, as far as the server can be asked, and does the person not sign in again either? */
export async function isSignedOut(): Promise<boolean> {
  try {
    const { user } = await (await fetch('/api/users/me')).json()
    return user === null && !(await signInAgain())
  } catch {
    return false
  }
}
