import type { EmailAdapter } from 'payload'

/**
 * No mail is sent yet, and no screen says that any was. Named, because Payload otherwise warns at each start of a command and
 * writes messages, with what is secret in them, to the log.
 */
export const noMail: EmailAdapter<void> = () => ({
  name: 'none',
  defaultFromAddress: '',
  defaultFromName: '',
  sendEmail: () => Promise.resolve(),
})
