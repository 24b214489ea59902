/**
 * What a page of the admin may load, run and send, as a content security policy. Only scripts with the nonce of this
 * answer run, and those that they load; there is no `eval`. Payload's components write styles into the page, which is
 * why inline styles are allowed.
 */
export function adminPolicy({ nonce, isDevelopment }: { nonce: string; isDevelopment: boolean }): string {
  const rules = {
    'default-src': "'none'",
    // React in development rebuilds the server's errors with eval.
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    // A picture is shown from a blob address before it is sent.
    'img-src': "'self' blob: data:",
    'font-src': "'self' data:",
    // In development the server reports changes through a socket.
    'connect-src': `'self'${isDevelopment ? ' ws:' : ''}`,
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  }
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
