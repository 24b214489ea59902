import { LINK_HOURS, tokenOfLink } from '@/accounts/passwordLinks'
import { translatorFor } from '@/messages/translate'
import type { Mail } from './mail'

/** A mail as it is handed over: text only, so that nothing in it can run or load. */
export type WrittenMail = {
  from: string
  to: string
  messageId: string
  subject: string
  text: string
  headers: Record<string, string>
}

/** The page on which a person chooses a password. The token is behind #, which no browser sends to a server or its log. */
export const CHOOSE_PASSWORD = '/admin/choose-password'

/**
 * Writes a mail in the language of its person. Links lead to the configured address of the site, whatever request caused it.
 */
export function writeMail({
  mail: { _id, to, language, about },
  serverURL,
  secret,
  from,
}: {
  mail: Pick<Mail, '_id' | 'to' | 'language' | 'about'>
  serverURL: string
  secret: string
  from: string
}): WrittenMail {
  const say = translatorFor(language)
  const link = `${serverURL.replace(/\/$/, '')}${CHOOSE_PASSWORD}#${tokenOfLink({ id: about.link, secret })}`
  const site = new URL(serverURL).host
  const words =
    about.kind === 'reset'
      ? {
          subject: say('mail.reset.subject', { site }),
          text: say('mail.reset.text', { site, link, hours: LINK_HOURS.reset }),
        }
      : {
          subject: say('mail.invitation.subject', { site }),
          text: say('mail.invitation.text', {
            ...{ site, link, by: onOneLine(about.by), email: to },
            days: LINK_HOURS.invitation / 24,
          }),
        }
  return {
    from,
    to,
    messageId: `${_id}@${from.split('@').at(-1)}`,
    ...words,
    headers: {
      'Content-Language': language,
      // No answers by machines (RFC 3834).
      'Auto-Submitted': 'auto-generated',
    },
  }
}

/** A name cannot begin a line of its own, which could look like one of ours. */
function onOneLine(name: string): string {
  return name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}
