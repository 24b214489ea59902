/** Resolves to whether the person signed in. */
type Ask = () => Promise<boolean>

let askOfPage: Ask | null = null

/** The page can ask the person to sign in again (`SignInAgain`); null if it no longer can. */
export function offerSignIn(ask: Ask | null): void {
  askOfPage = ask
}

/** Asks the person to sign in again, and resolves to whether they did. On a page that cannot ask, they did not. */
export async function signInAgain(): Promise<boolean> {
  return askOfPage ? askOfPage() : false
}

/**
 * Sends something that needs a session. If that has ended, it is sent once more after the person has signed in again.
 */
export async function sendSignedIn<Answer>(
  send: () => Promise<Answer>,
  isSignedOut: (answer: Answer) => boolean,
): Promise<Answer> {
  const answer = await send()
  return isSignedOut(answer) && (await signInAgain()) ? send() : answer
}
