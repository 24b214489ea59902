/**
 * What a page of the admin may load, run and send, as a content security policy. Scripts run only where the server has put
 * the number of this one answer (`nonce`), and what those load; there is no `eval`. Payload's components write styles into
 * the page, which is why those are allowed inline.
 */
export function adminPolicy({ nonce, isDevelopment }: { nonce: string; isDevelopment: boolean }): string {
  const rules = {
    'default-src': "'none'",
    // React in development rebuilds the server's errors with eval.
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    // A picture is shown from the browser's memory before it is sent.
    'img-src': "'self' blob: data:",
    'font-src': "'self' data:",
    // In development the server tells of changes by a socket.
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
