import type { EmailAdapter } from 'payload'

/**
 * Nothing is sent past the stored mails (`storeMail.ts`): what Payload sends is neither stored with what causes it nor sent again
 * after a crash. None of its operations that are open here sends anything. Without an adapter it would warn at each start of a
 * command and write messages, with their secrets, to the log.
 */
export const noDirectMail: EmailAdapter<never> = () => ({
  name: 'none',
  defaultFromAddress: '',
  defaultFromName: '',
  sendEmail: () => Promise.reject(new Error('Mails are stored first: src/mail/storeMail.ts')),
})
