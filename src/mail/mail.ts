import type { Language } from '@/domain/language'

/**
 * One e-mail: stored with what causes it, sent afterwards, deleted some weeks after that. It has no text: that is written
 * when it is sent, so that the secret of a link is in no collection.
 */
export type Mail = {
  /** Its Message-ID too, which is the same at each try. */
  _id: string
  /** Empty for an address without an account: such a mail is stored like any other, and never sent. */
  to: string
  /** The mails to one address have the same lane, and go one after the other, in the order of their turns. */
  lane: string
  turn: number
  language: Language
  about: MailAbout
  state: MailState
  createdAt: Date
  /** Whoever would send it later does not. */
  giveUpAt: Date
  /** Nobody takes it before: after a failure the end of the pause, while somebody sends it the end of their lease. */
  dueAt: Date
  /** Names the last take: what a worker says about an older one does not count. */
  lease: string | null
  tries: number
  /** What the mail server said last: at most a few words of it. */
  said: string
  /** When it was sent or given up. */
  closedAt: Date | null
}

/** What a mail says. `link` is the id of a password link (src/accounts/passwordLinks.ts), not its secret. */
export type MailAbout =
  | { kind: 'reset'; link: string }
  | { kind: 'invitation'; link: string /** The name of the person who invites. */; by: string }

/** `sending`: a worker has taken it, and may have handed it over. `for-nobody`: it is never sent. */
export type MailState = 'waiting' | 'sending' | 'sent' | 'given-up' | 'for-nobody'

/** The states in which a mail is still to be sent. */
export const OPEN: readonly MailState[] = ['waiting', 'sending']
