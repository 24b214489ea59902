/** How mails are sent: the server that takes them, and the address that they come from. */
export type MailSettings = { server: MailServer; from: string }

export type MailServer = {
  host: string
  port: number
  /** Encrypted from the first byte; otherwise by STARTTLS. */
  secure: boolean
  /** Nothing is sent over a connection that cannot be encrypted. */
  requireTLS: boolean
  auth?: { user: string; pass: string }
}

/**
 * The settings in the environment (`SMTP_URL`, `MAIL_FROM`); null if no mail is to be sent. Throws for settings that cannot
 * work, without their value, which has a password.
 */
export function mailSettings(env: Record<string, string | undefined>): MailSettings | null {
  const { SMTP_URL: url = '', MAIL_FROM: from = '' } = env
  if (!url) return null
  if (!ADDRESS.test(from))
    throw new Error('SMTP_URL is set, but MAIL_FROM is not an e-mail address such as toolkit@example.org.')
  return { server: serverAt(url), from }
}

/** Can this application send mails? No screen speaks of a mail otherwise. */
export function sendsMail(): boolean {
  return mailSettings(process.env) !== null
}

const ADDRESS = /^[^\s@<>",;:()[\]\\]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i

function serverAt(text: string): MailServer {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url?.hostname || !['smtp:', 'smtps:'].includes(url.protocol))
    throw new Error('SMTP_URL is not an address such as smtps://user:password@mail.example.org:465.')
  const secure = url.protocol === 'smtps:'
  const isOnThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const user = decodeURIComponent(url.username)
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isOnThisMachine && url.searchParams.get('requireTLS') !== 'false',
    ...(user ? { auth: { user, pass: decodeURIComponent(url.password) } } : {}),
  }
}
