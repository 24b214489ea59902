import type { EmailAdapter } from 'payload'

/**
 * The application sends no e-mail, and no screen says that it did. This adapter exists because Payload otherwise warns
 * at each start of a command and writes messages, with their secrets, to the log.
 */
export const noMail: EmailAdapter<void> = () => ({
  name: 'none',
  defaultFromAddress: '',
  defaultFromName: '',
  sendEmail: () => Promise.resolve(),
})
