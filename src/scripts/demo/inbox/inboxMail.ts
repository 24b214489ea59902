import type { ReadMail } from '@/scripts/mail/readMail'

/** A mail in the inbox; its number is its address there. */
export type InboxMail = ReadMail & { number: number; at: Date }
